<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>BookPlace</name>
    <message numerus="yes">
        <source>%n difference(s). The first: </source>
        <translation>
            <numerusform>%n difference: </numerusform>
            <numerusform>%n differences. The first: </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChannelPlace</name>
    <message numerus="yes">
        <source>Resolved: %n exception(s).</source>
        <translation>
            <numerusform>Resolved: %n exception.</numerusform>
            <numerusform>Resolved: %n exceptions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListFrame</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1.</source>
        <translation>
            <numerusform>%n row written to %1.</numerusform>
            <numerusform>%n rows written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>, %n exception(s)</source>
        <translation>
            <numerusform>, %n exception</numerusform>
            <numerusform>, %n exceptions</numerusform>
        </translation>
    </message>
</context>
</TS>
