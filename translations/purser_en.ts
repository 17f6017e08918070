<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>AdvisorPlace</name>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
</context>
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
    <name>BuyersPanel</name>
    <message numerus="yes">
        <source>%n order(s) wait</source>
        <translation>
            <numerusform>%n order waits</numerusform>
            <numerusform>%n orders wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) that waited go on.</source>
        <translation>
            <numerusform>%n order that waited goes on.</numerusform>
            <numerusform>%n orders that waited go on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChannelPlace</name>
    <message numerus="yes">
        <source>Stopped after %n order(s). What was taken in stays; the next pull goes on from there.</source>
        <translation>
            <numerusform>Stopped after %n order. What was taken in stays; the next pull goes on from there.</numerusform>
            <numerusform>Stopped after %n orders. What was taken in stays; the next pull goes on from there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerStanding</name>
    <message numerus="yes">
        <source>%n order(s) that waited go on.</source>
        <translation>
            <numerusform>%n order that waited goes on.</numerusform>
            <numerusform>%n orders that waited go on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EffectDialog</name>
    <message numerus="yes">
        <source>This resolves %n exception(s)</source>
        <translation>
            <numerusform>This resolves %n exception</numerusform>
            <numerusform>This resolves %n exceptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and touches %n order(s), which come to %1 then</source>
        <translation>
            <numerusform>and touches %n order, which comes to %1 then</numerusform>
            <numerusform>and touches %n orders, which come to %1 then</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExceptionPlace</name>
    <message numerus="yes">
        <source>Resolved: %n exception(s).</source>
        <translation>
            <numerusform>Resolved: %n exception.</numerusform>
            <numerusform>Resolved: %n exceptions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %n exception(s) wait again.</source>
        <translation>
            <numerusform>Taken back: %n exception waits again.</numerusform>
            <numerusform>Taken back: %n exceptions wait again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %n exception(s) wait again. These stay as they are: %1</source>
        <translation>
            <numerusform>Taken back: %n exception waits again. These stay as they are: %1</numerusform>
            <numerusform>Taken back: %n exceptions wait again. These stay as they are: %1</numerusform>
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
<context>
    <name>Schedule</name>
    <message numerus="yes">
        <source>By hand, with a reminder after %n hour(s)</source>
        <translation>
            <numerusform>By hand, with a reminder after %n hour</numerusform>
            <numerusform>By hand, with a reminder after %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Every %n minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At once, and every %n minute(s)</source>
        <translation>
            <numerusform>At once, and every %n minute</numerusform>
            <numerusform>At once, and every %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WebOrderPlace</name>
    <message numerus="yes">
        <source>%n line(s) recognised.</source>
        <translation>
            <numerusform>%n line recognised.</numerusform>
            <numerusform>%n lines recognised.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Worksheet</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorksheetPlace</name>
    <message numerus="yes">
        <source>%n line(s) to be typed.</source>
        <translation>
            <numerusform>%n line to be typed.</numerusform>
            <numerusform>%n lines to be typed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) saved in %1.</source>
        <translation>
            <numerusform>%n picture saved in %1.</numerusform>
            <numerusform>%n pictures saved in %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
