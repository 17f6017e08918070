<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Account</name>
    <message>
        <source>There is no account %1.</source>
        <translation>Es gibt kein Konto %1.</translation>
    </message>
    <message>
        <source>See: purserctl report trial-balance</source>
        <translation>Siehe: purserctl report trial-balance</translation>
    </message>
    <message>
        <source>An account needs a number and a name.</source>
        <translation>Ein Konto braucht eine Nummer und eine Bezeichnung.</translation>
    </message>
    <message>
        <source>There is an account %1 already: %2.</source>
        <translation>Das Konto %1 gibt es schon: %2.</translation>
    </message>
    <message>
        <source>There is no posting role “%1”.</source>
        <translation>Die Buchungsrolle „%1“ gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>Advisor</name>
    <message>
        <source>%1 orders a day can be entered by hand.</source>
        <translation>%1 Aufträge am Tag lassen sich von Hand erfassen.</translation>
    </message>
    <message>
        <source>%1 orders a day take too long by hand; a few batches a day are enough.</source>
        <translation>%1 Aufträge am Tag dauern von Hand zu lange; einige Läufe am Tag genügen.</translation>
    </message>
    <message>
        <source>With %1 orders a day the stock on the site would be wrong between two batches.</source>
        <translation>Bei %1 Aufträgen am Tag wäre der Bestand auf der Website zwischen zwei Läufen falsch.</translation>
    </message>
    <message>
        <source>The same stock is sold in %1 other places: the site must learn of it several times a day.</source>
        <translation>Derselbe Bestand wird an %1 anderen Stellen verkauft: Die Website muss mehrmals am Tag davon erfahren.</translation>
    </message>
    <message>
        <source>%1 orders a day and %2 other places that sell the same stock: the last piece would be sold twice.</source>
        <translation>%1 Aufträge am Tag und %2 andere Stellen, die denselben Bestand verkaufen: Das letzte Stück würde zweimal verkauft.</translation>
    </message>
    <message>
        <source>Nobody&apos;s job is entering orders.</source>
        <translation>Niemand hat die Aufgabe, Aufträge zu erfassen.</translation>
    </message>
    <message>
        <source>%1 people pick and pack: orders should reach them as they come, not in heaps.</source>
        <translation>%1 Personen kommissionieren und verpacken: Die Aufträge sollten bei ihnen laufend eintreffen, nicht schubweise.</translation>
    </message>
    <message>
        <source>Only known customers buy, each at prices of their own: they get a login and see their prices and the stock.</source>
        <translation>Nur bekannte Kunden kaufen, jeder zu eigenen Preisen: Sie bekommen einen Zugang und sehen ihre Preise und den Bestand.</translation>
    </message>
    <message>
        <source>Only known customers buy: they get a login of their own.</source>
        <translation>Nur bekannte Kunden kaufen: Sie bekommen einen eigenen Zugang.</translation>
    </message>
    <message>
        <source>Orders of buyers that are not approved can be held until somebody approves them.</source>
        <translation>Aufträge nicht zugelassener Käufer können zurückgestellt werden, bis jemand die Käufer zulässt.</translation>
    </message>
    <message>
        <source>Customers with prices of their own are served better by an order portal beside the shop.</source>
        <translation>Kunden mit eigenen Preisen sind mit einem Bestellportal neben dem Shop besser bedient.</translation>
    </message>
    <message>
        <source>A web shop</source>
        <translation>Ein Webshop</translation>
    </message>
    <message>
        <source>A web shop and marketplaces on one stock</source>
        <translation>Ein Webshop und Marktplätze mit einem gemeinsamen Bestand</translation>
    </message>
    <message>
        <source>An order portal for business customers</source>
        <translation>Ein Bestellportal für Geschäftskunden</translation>
    </message>
    <message>
        <source>A web shop, and an order portal for business customers</source>
        <translation>Ein Webshop und ein Bestellportal für Geschäftskunden</translation>
    </message>
    <message>
        <source>1: by hand</source>
        <translation>1: von Hand</translation>
    </message>
    <message>
        <source>2: in batches</source>
        <translation>2: mehrmals täglich</translation>
    </message>
    <message>
        <source>3: in real time</source>
        <translation>3: in Echtzeit</translation>
    </message>
    <message>
        <source>4: order portal</source>
        <translation>4: Bestellportal</translation>
    </message>
    <message>
        <source>The order portal is no way of running a shop: it is a channel of its own.</source>
        <translation>Das Bestellportal ist keine Art, einen Shop zu betreiben: Es ist ein eigener Kanal.</translation>
    </message>
    <message>
        <source>There is no level %1: it is 1, 2 or 3.</source>
        <translation>Die Stufe %1 gibt es nicht: Möglich sind 1, 2 und 3.</translation>
    </message>
    <message>
        <source>%1 is served by hand: Purser cannot talk to it.</source>
        <translation>%1 wird von Hand betreut: Purser hat keine Verbindung dorthin.</translation>
    </message>
    <message>
        <source>Give the channel the shop&apos;s platform and keys first.</source>
        <translation>Geben Sie dem Kanal zuerst die Plattform des Shops und die Schlüssel.</translation>
    </message>
    <message>
        <source>%1 orders were entered by hand, in %2 seconds each; %3 slips were caught.</source>
        <translation>%1 Aufträge wurden von Hand erfasst, in je %2 Sekunden; %3 Tippfehler wurden abgefangen.</translation>
    </message>
    <message>
        <source>Web orders in the last %2 days: %1.</source>
        <translation>Webaufträge in den letzten %2 Tagen: %1.</translation>
    </message>
    <message>
        <source>Channels that sell from one stock: %1.</source>
        <translation>Kanäle, die aus einem Bestand verkaufen: %1.</translation>
    </message>
    <message>
        <source>Prices of single customers: %1; customers with a price list: %2.</source>
        <translation>Preise einzelner Kunden: %1; Kunden mit Preisliste: %2.</translation>
    </message>
</context>
<context>
    <name>AdvisorPlace</name>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Advisor</source>
        <translation>Berater</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Neu ermitteln</translation>
    </message>
    <message>
        <source>Online orders on a working day</source>
        <translation>Online-Aufträge an einem Arbeitstag</translation>
    </message>
    <message>
        <source>People whose job is handling orders</source>
        <translation>Personen, die Aufträge bearbeiten</translation>
    </message>
    <message>
        <source>People who pick, pack and ship</source>
        <translation>Personen, die kommissionieren, verpacken und versenden</translation>
    </message>
    <message>
        <source>Who may buy</source>
        <translation>Wer kaufen darf</translation>
    </message>
    <message>
        <source>Other places that sell the same stock</source>
        <translation>Andere Stellen, die denselben Bestand verkaufen</translation>
    </message>
    <message>
        <source>Some customers have prices of their own</source>
        <translation>Einige Kunden haben eigene Preise</translation>
    </message>
    <message>
        <source>Seconds to enter an order by hand</source>
        <translation>Sekunden, um einen Auftrag von Hand zu erfassen</translation>
    </message>
    <message>
        <source>Cost of an hour of work</source>
        <translation>Kosten einer Arbeitsstunde</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Work a month</source>
        <translation>Arbeit im Monat</translation>
    </message>
    <message>
        <source>Saved a month</source>
        <translation>Ersparnis im Monat</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>To set up</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>Has paid after</source>
        <translation>Amortisation</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n Arbeitstag</numerusform>
            <numerusform>%n Arbeitstage</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>What the levels cost and save</source>
        <translation>Was die Stufen kosten und ersparen</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Set the channel up</source>
        <translation>Kanal einrichten</translation>
    </message>
    <message>
        <source>%1 (now %2)</source>
        <translation>%1 (jetzt %2)</translation>
    </message>
    <message>
        <source>Nothing could be measured yet.</source>
        <translation>Noch ließ sich nichts ermitteln.</translation>
    </message>
    <message>
        <source>Measured:</source>
        <translation>Ermittelt:</translation>
    </message>
    <message>
        <source>Level %1. %2.</source>
        <translation>Stufe %1. %2.</translation>
    </message>
    <message>
        <source>%1 works at level %2 from now on. Channels, tab Schedule, shows when.</source>
        <translation>%1 arbeitet von jetzt an auf Stufe %2. Wann, zeigt „Kanäle“, Reiter „Zeitplan“.</translation>
    </message>
    <message>
        <source>Who may buy: %1.</source>
        <translation>Wer kaufen darf: %1.</translation>
    </message>
</context>
<context>
    <name>AmendOrder</name>
    <message>
        <source>Total %1, was %2</source>
        <translation>Gesamtbetrag %1, vorher %2</translation>
    </message>
    <message>
        <source>%1: %2 are picked.</source>
        <translation>%1: %2 sind kommissioniert.</translation>
    </message>
    <message>
        <source>Put the goods back, then try again.</source>
        <translation>Legen Sie die Ware zurück, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>%1: %2 are shipped.</source>
        <translation>%1: %2 sind versandt.</translation>
    </message>
    <message>
        <source>%1: %2 are given up already.</source>
        <translation>%1: %2 sind schon storniert.</translation>
    </message>
    <message>
        <source>Take shipped goods back by a return.</source>
        <translation>Nehmen Sie versandte Ware als Retoure zurück.</translation>
    </message>
    <message>
        <source>%1 is invoiced at a lower price.</source>
        <translation>%1 ist zu einem niedrigeren Preis berechnet.</translation>
    </message>
    <message>
        <source>%1: only %2 of it are not invoiced or refunded yet.</source>
        <translation>%1: Nur %2 davon sind noch nicht berechnet oder erstattet.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 hat den Status „%2“.</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>The back office behind online storefronts.</source>
        <translation>Die Warenwirtschaft hinter Ihren Online-Shops.</translation>
    </message>
    <message>
        <source>A company file, or postgresql://user@host:port/database.</source>
        <translation>Eine Firmendatei oder postgresql://benutzer@rechner:port/datenbank.</translation>
    </message>
    <message>
        <source>The practice company, with its practice store.</source>
        <translation>Die Übungsfirma mit ihrem Übungsshop.</translation>
    </message>
</context>
<context>
    <name>Apply</name>
    <message>
        <source>%1: %2 ordered, %3 could be allocated.</source>
        <translation>%1: %2 bestellt, %3 konnten reserviert werden.</translation>
    </message>
    <message>
        <source>Order %1: %2</source>
        <translation>Auftrag %1: %2</translation>
    </message>
    <message>
        <source>Nothing of order %1 was kept.</source>
        <translation>Zu Auftrag %1 ist nichts aufbewahrt.</translation>
    </message>
    <message>
        <source>The shop says that %1 x %2 are shipped already.</source>
        <translation>Der Shop meldet %1 x %2 als schon versandt.</translation>
    </message>
    <message>
        <source>total %1 instead of %2</source>
        <translation>Gesamtbetrag %1 statt %2</translation>
    </message>
    <message>
        <source>%1 was entered otherwise than the shop shows it: %2.</source>
        <translation>%1 wurde anders erfasst, als der Shop den Auftrag zeigt: %2.</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>The copy could not be made: %1</source>
        <translation>Die Kopie konnte nicht erstellt werden: %1</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 existiert bereits.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The folder of %1 cannot be written to.</source>
        <translation>In den Ordner von %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Die Datei %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 holds a company already.</source>
        <translation>%1 enthält bereits eine Firma.</translation>
    </message>
    <message>
        <source>Restore into a new file or an empty database.</source>
        <translation>Stellen Sie in eine neue Datei oder eine leere Datenbank wieder her.</translation>
    </message>
</context>
<context>
    <name>Bill</name>
    <message>
        <source>There is no such goods receipt.</source>
        <translation>Diesen Wareneingang gibt es nicht.</translation>
    </message>
    <message>
        <source>These goods came from another supplier than %1.</source>
        <translation>Diese Ware kam von einem anderen Lieferanten als %1.</translation>
    </message>
    <message>
        <source>%1 is no supplier.</source>
        <translation>%1 ist kein Lieferant.</translation>
    </message>
    <message>
        <source>A bill needs the supplier&apos;s number.</source>
        <translation>Eine Eingangsrechnung braucht die Rechnungsnummer des Lieferanten.</translation>
    </message>
    <message>
        <source>A bill needs a net amount above zero and its tax in the same currency.</source>
        <translation>Eine Eingangsrechnung braucht einen Nettobetrag über null und die Steuer in derselben Währung.</translation>
    </message>
    <message>
        <source>Bill %1 of %2 is entered already.</source>
        <translation>Die Rechnung %1 von %2 ist schon erfasst.</translation>
    </message>
    <message>
        <source>This receipt has been billed already.</source>
        <translation>Dieser Wareneingang ist schon berechnet.</translation>
    </message>
    <message>
        <source>A bill needs the receipt that it bills, or an account.</source>
        <translation>Eine Eingangsrechnung braucht den Wareneingang, den sie berechnet, oder ein Konto.</translation>
    </message>
    <message>
        <source>No account is chosen for “%1”.</source>
        <translation>Für „%1“ ist kein Konto festgelegt.</translation>
    </message>
    <message>
        <source>Bill %1 of %2</source>
        <translation>Eingangsrechnung %1 von %2</translation>
    </message>
</context>
<context>
    <name>BookPlace</name>
    <message>
        <source>Books</source>
        <translation>Buchhaltung</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Prove the books</source>
        <translation>Bücher prüfen</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Auswertung speichern…</translation>
    </message>
    <message>
        <source>Trial balance</source>
        <translation>Summen- und Saldenliste</translation>
    </message>
    <message>
        <source>Balance sheet</source>
        <translation>Bilanz</translation>
    </message>
    <message>
        <source>Profit and loss (this year)</source>
        <translation>Gewinn- und Verlustrechnung (laufendes Jahr)</translation>
    </message>
    <message>
        <source>Ageing: receivable</source>
        <translation>Offene Posten nach Fälligkeit: Debitoren</translation>
    </message>
    <message>
        <source>Ageing: payable</source>
        <translation>Offene Posten nach Fälligkeit: Kreditoren</translation>
    </message>
    <message>
        <source>Stock value</source>
        <translation>Lagerwert</translation>
    </message>
    <message>
        <source>Sales by channel (this year)</source>
        <translation>Umsatz nach Kanal (laufendes Jahr)</translation>
    </message>
    <message>
        <source>Sales by product (this year)</source>
        <translation>Umsatz nach Artikel (laufendes Jahr)</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stichtag</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Buchungstext</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Geschäftspartner</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Haben</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Buchungsjournal</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source>The newest entries. Return opens the document.</source>
        <translation>Die neuesten Buchungen. Die Eingabetaste öffnet den Beleg.</translation>
    </message>
    <message>
        <source>“%1” is no day.</source>
        <translation>„%1“ ist kein Datum.</translation>
    </message>
    <message>
        <source>%1 %2: its newest entries. Return opens the document.</source>
        <translation>%1 %2: die neuesten Buchungen. Die Eingabetaste öffnet den Beleg.</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>Recomputing everything from the facts…</source>
        <translation>Alles wird aus den Einzelbuchungen nachgerechnet…</translation>
    </message>
    <message>
        <source>Everything adds up: %1 facts read, all sums recomputed, the chain is whole.</source>
        <translation>Alles stimmt: %1 Einzelwerte gelesen, alle Summen nachgerechnet, die Buchungskette ist lückenlos.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s). The first: </source>
        <translation>
            <numerusform>%n Abweichung: </numerusform>
            <numerusform>%n Abweichungen. Die erste: </numerusform>
        </translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Auswertung speichern</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>As of: t (today), -30, 31.12.</source>
        <translation>Stichtag: h (heute), -30, 31.12.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx);;PDF (*.pdf);;CSV (*.csv)</source>
        <translation>Tabelle (*.xlsx);;PDF (*.pdf);;CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>Buyers</name>
    <message>
        <source>%1 was not invited to buy on %2.</source>
        <translation>%1 wurde nicht eingeladen, auf %2 zu kaufen.</translation>
    </message>
    <message>
        <source>%1 is not approved to buy on %2.</source>
        <translation>%1 ist nicht zugelassen, auf %2 zu kaufen.</translation>
    </message>
    <message>
        <source>%1 is no customer.</source>
        <translation>%1 ist kein Kunde.</translation>
    </message>
    <message>
        <source>%1 is approved on %2 already.</source>
        <translation>%1 ist auf %2 schon zugelassen.</translation>
    </message>
    <message>
        <source>%1 is not approved on %2.</source>
        <translation>%1 ist auf %2 nicht zugelassen.</translation>
    </message>
</context>
<context>
    <name>BuyersPanel</name>
    <message numerus="yes">
        <source>%n order(s) wait</source>
        <translation>
            <numerusform>%n Auftrag wartet</numerusform>
            <numerusform>%n Aufträge warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Zugelassen</translation>
    </message>
    <message>
        <source>May buy as anyone</source>
        <translation>Darf kaufen wie jeder</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>Nicht zugelassen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Who may buy</source>
        <translation>Wer kaufen darf</translation>
    </message>
    <message>
        <source>No customer was approved, and no order waits for it.</source>
        <translation>Kein Kunde wurde zugelassen, und kein Auftrag wartet darauf.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Approve a customer…</source>
        <translation>Kunden zulassen…</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Entziehen</translation>
    </message>
    <message>
        <source>Who may buy: %1</source>
        <translation>Wer kaufen darf: %1</translation>
    </message>
    <message>
        <source>Who may buy on %1</source>
        <translation>Wer auf %1 kaufen darf</translation>
    </message>
    <message>
        <source>Set it</source>
        <translation>Festlegen</translation>
    </message>
    <message>
        <source>Who may buy on %1: %2.</source>
        <translation>Wer auf %1 kaufen darf: %2.</translation>
    </message>
    <message>
        <source>Who else may buy on %1</source>
        <translation>Wer auf %1 noch kaufen darf</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Zulassen</translation>
    </message>
    <message>
        <source>Customer&apos;s code</source>
        <translation>Kürzel des Kunden</translation>
    </message>
    <message>
        <source>%1 may buy on %2 from now on.</source>
        <translation>%1 darf ab jetzt auf %2 kaufen.</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) that waited go on.</source>
        <translation>
            <numerusform>%n Auftrag, der wartete, geht weiter.</numerusform>
            <numerusform>%n Aufträge, die warteten, gehen weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 may not buy on %2 any more; what was ordered stays.</source>
        <translation>%1 darf auf %2 nicht mehr kaufen; was bestellt ist, bleibt.</translation>
    </message>
</context>
<context>
    <name>ByHand</name>
    <message>
        <source>Line %1 has no order number: %2</source>
        <translation>Zeile %1 hat keine Auftragsnummer: %2</translation>
    </message>
    <message>
        <source>Line %1: “%2” is no currency.</source>
        <translation>Zeile %1: „%2“ ist keine Währung.</translation>
    </message>
    <message>
        <source>Line %1: “%2” is no day.</source>
        <translation>Zeile %1: „%2“ ist kein Datum.</translation>
    </message>
    <message>
        <source>Line %1: “%2” is no country.</source>
        <translation>Zeile %1: „%2“ ist kein Land.</translation>
    </message>
    <message>
        <source>Line %1: “%2” is no amount (%3).</source>
        <translation>Zeile %1: „%2“ ist kein Betrag (%3).</translation>
    </message>
    <message>
        <source>%1: “%2” is no quantity.</source>
        <translation>%1: „%2“ ist keine Menge.</translation>
    </message>
    <message>
        <source>%1: “%2” is no price.</source>
        <translation>%1: „%2“ ist kein Preis.</translation>
    </message>
    <message>
        <source>%1: “%2” is no amount.</source>
        <translation>%1: „%2“ ist kein Betrag.</translation>
    </message>
    <message>
        <source>%1: “%2” is no percentage.</source>
        <translation>%1: „%2“ ist kein Prozentsatz.</translation>
    </message>
    <message>
        <source>This site is served by hand.</source>
        <translation>Diese Website wird von Hand betreut.</translation>
    </message>
    <message>
        <source>files: %1 taken, %2 written</source>
        <translation>Dateien: %1 übernommen, %2 geschrieben</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>The orders of “%1” are fetched by Purser; entered by hand they would come twice.</source>
        <translation>Die Aufträge von „%1“ ruft Purser ab; von Hand erfasst kämen sie doppelt.</translation>
    </message>
    <message>
        <source>Which number does the order have on the site?</source>
        <translation>Welche Nummer hat der Auftrag auf der Website?</translation>
    </message>
    <message>
        <source>The order %1 of %2 is here already: %3.</source>
        <translation>Der Auftrag %1 von %2 ist schon da: %3.</translation>
    </message>
    <message>
        <source>See: purserctl order show %1</source>
        <translation>Siehe: purserctl order show %1</translation>
    </message>
    <message>
        <source>An order needs at least one line.</source>
        <translation>Ein Auftrag braucht mindestens eine Position.</translation>
    </message>
    <message>
        <source>A line needs a quantity above zero: %1.</source>
        <translation>Eine Position braucht eine Menge über null: %1.</translation>
    </message>
    <message>
        <source>Which total does the site show?</source>
        <translation>Welchen Gesamtbetrag zeigt die Website?</translation>
    </message>
    <message>
        <source>It is compared with what was typed, so that no slip goes through.</source>
        <translation>Er wird mit den Eingaben verglichen, damit kein Tippfehler durchgeht.</translation>
    </message>
    <message>
        <source>Say what the site charged for it.</source>
        <translation>Geben Sie an, was die Website dafür berechnet hat.</translation>
    </message>
    <message>
        <source>The site&apos;s total is %1, the lines come to %2: a difference of %3.</source>
        <translation>Der Gesamtbetrag der Website ist %1, die Positionen ergeben %2: eine Differenz von %3.</translation>
    </message>
    <message>
        <source>Correct what was typed, or keep the order on hold.</source>
        <translation>Berichtigen Sie die Eingaben, oder stellen Sie den Auftrag zurück.</translation>
    </message>
    <message>
        <source>The folder %1 is not there, or cannot be written to.</source>
        <translation>Den Ordner %1 gibt es nicht, oder in ihn kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 cannot be moved to %2.</source>
        <translation>%1 kann nicht nach %2 verschoben werden.</translation>
    </message>
    <message>
        <source>Order %1: %2</source>
        <translation>Auftrag %1: %2</translation>
    </message>
    <message>
        <source>Taken in: %1 new, %2 changed, %3 unchanged. The file can be corrected and put in again: what was taken does not come twice.</source>
        <translation>Übernommen: %1 neu, %2 geändert, %3 unverändert. Die Datei kann berichtigt und erneut abgelegt werden: Was übernommen ist, kommt nicht doppelt.</translation>
    </message>
    <message>
        <source>The folder %1 is not there.</source>
        <translation>Den Ordner %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>“%1” has no folders.</source>
        <translation>„%1“ hat keine Ordner.</translation>
    </message>
    <message>
        <source>See: purserctl folder set %1 --in FOLDER --out FOLDER</source>
        <translation>Siehe: purserctl folder set %1 --in ORDNER --out ORDNER</translation>
    </message>
    <message>
        <source>The file holds no rows below its headings.</source>
        <translation>Die Datei enthält unter ihren Überschriften keine Zeilen.</translation>
    </message>
    <message>
        <source>A column cannot mean “%1”.</source>
        <translation>Eine Spalte kann nicht „%1“ bedeuten.</translation>
    </message>
    <message>
        <source>It can mean: %1.</source>
        <translation>Sie kann bedeuten: %1.</translation>
    </message>
    <message>
        <source>It is not known which column is: %1.</source>
        <translation>Nicht bekannt ist die Spalte für: %1.</translation>
    </message>
    <message>
        <source>Say it once, such as --map &quot;%1=%2&quot;. The file has: %3.</source>
        <translation>Geben Sie es einmal an, etwa mit --map &quot;%1=%2&quot;. Die Datei hat: %3.</translation>
    </message>
    <message>
        <source>The orders of “%1” are fetched by Purser; from a file they would come twice.</source>
        <translation>Die Aufträge von „%1“ ruft Purser ab; aus einer Datei kämen sie doppelt.</translation>
    </message>
    <message>
        <source>Add a channel of the kind byhand for the file&apos;s site.</source>
        <translation>Fügen Sie für die Website der Datei einen Kanal der Art byhand hinzu.</translation>
    </message>
    <message>
        <source>A line has no name and no SKU: %1</source>
        <translation>Eine Position hat weder Bezeichnung noch Artikelnummer: %1</translation>
    </message>
    <message>
        <source>Another order: %1. Enter it after this one, or import the file.</source>
        <translation>Ein weiterer Auftrag: %1. Erfassen Sie ihn nach diesem, oder importieren Sie die Datei.</translation>
    </message>
    <message>
        <source>The order is in %1.</source>
        <translation>Der Auftrag lautet auf %1.</translation>
    </message>
    <message>
        <source>There is no product %1, and no price.</source>
        <translation>Es gibt keinen Artikel %1 und keinen Preis.</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Versandkosten</translation>
    </message>
    <message>
        <source>the site&apos;s tax</source>
        <translation>die Steuer der Website</translation>
    </message>
    <message>
        <source>No site is served by hand yet. Add a channel of the kind “By hand” in Channels.</source>
        <translation>Noch wird keine Website von Hand betreut. Fügen Sie unter Kanäle einen Kanal der Art „Von Hand“ hinzu.</translation>
    </message>
    <message>
        <source>Folder from which orders are taken</source>
        <translation>Ordner, aus dem Aufträge genommen werden</translation>
    </message>
    <message>
        <source>Folder for the worksheet</source>
        <translation>Ordner für die Arbeitsliste</translation>
    </message>
</context>
<context>
    <name>CancelOrder</name>
    <message>
        <source>%1 is %2 already.</source>
        <translation>%1 hat bereits den Status „%2“.</translation>
    </message>
    <message>
        <source>The order has no goods on line %1.</source>
        <translation>Der Auftrag hat in Position %1 keine Ware.</translation>
    </message>
    <message>
        <source>Line %1: only a quantity above zero can be cancelled.</source>
        <translation>Position %1: Nur eine Menge über null kann storniert werden.</translation>
    </message>
    <message>
        <source>%1: only %2 are not shipped yet.</source>
        <translation>%1: Nur %2 sind noch nicht versandt.</translation>
    </message>
    <message>
        <source>Take shipped goods back by a return.</source>
        <translation>Nehmen Sie versandte Ware als Retoure zurück.</translation>
    </message>
    <message>
        <source>Nothing of %1 is left to cancel.</source>
        <translation>An %1 ist nichts mehr zu stornieren.</translation>
    </message>
    <message>
        <source>%1 still waits: %2 is not shipped or not invoiced.</source>
        <translation>%1 ist noch offen: %2 ist nicht versandt oder nicht berechnet.</translation>
    </message>
    <message>
        <source>Ship and invoice it, or cancel the rest.</source>
        <translation>Versenden und berechnen Sie die Position, oder stornieren Sie den Rest.</translation>
    </message>
    <message>
        <source>%1 has open items.</source>
        <translation>%1 hat offene Posten.</translation>
    </message>
    <message>
        <source>Receive the payment, or refund what is over.</source>
        <translation>Buchen Sie den Zahlungseingang, oder erstatten Sie den Überschuss.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 hat den Status „%2“.</translation>
    </message>
    <message>
        <source>Line %1 is a component of a kit.</source>
        <translation>Position %1 ist Teil eines Sets.</translation>
    </message>
    <message>
        <source>Cancel the kit instead.</source>
        <translation>Stattdessen das Set stornieren.</translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message>
        <source>Waiting for payment</source>
        <translation>Wartet auf Zahlung</translation>
    </message>
    <message>
        <source>%1 x %2 added</source>
        <translation>%1 x %2 hinzugefügt</translation>
    </message>
    <message>
        <source>%1: %2 instead of %3</source>
        <translation>%1: %2 statt %3</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>total %1 instead of %2</source>
        <translation>Gesamtbetrag %1 statt %2</translation>
    </message>
    <message>
        <source>Cancelled by %1</source>
        <translation>Storniert durch %1</translation>
    </message>
    <message>
        <source>it was cancelled, and is open again (%1)</source>
        <translation>er war storniert und ist wieder offen (%1)</translation>
    </message>
    <message>
        <source>it was cancelled (%1), but %2 are shipped. Take them back by a return.</source>
        <translation>er wurde storniert (%1), aber %2 sind versandt. Nehmen Sie die Ware als Retoure zurück.</translation>
    </message>
    <message>
        <source>A refund of %1 waits for it.</source>
        <translation>Eine Erstattung von %1 wartet darauf.</translation>
    </message>
    <message>
        <source>%1: %2 are picked and not wanted any more. Put them back.</source>
        <translation>%1: %2 sind kommissioniert und nicht mehr gewünscht. Legen Sie die Ware zurück.</translation>
    </message>
    <message>
        <source>Changed in %1</source>
        <translation>Geändert in %1</translation>
    </message>
    <message>
        <source>it goes to %1 now, but the goods are shipped.</source>
        <translation>er geht jetzt an %1, aber die Ware ist versandt.</translation>
    </message>
    <message>
        <source>the invoice goes to %1 now, but it is made.</source>
        <translation>die Rechnung geht jetzt an %1, ist aber schon erstellt.</translation>
    </message>
    <message>
        <source>%1 was changed in the shop: %2</source>
        <translation>%1 wurde im Shop geändert: %2</translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Resting after failures</source>
        <translation>Ruht nach Fehlern</translation>
    </message>
    <message>
        <source>“%1” is no address of a shop.</source>
        <translation>„%1“ ist keine Adresse eines Shops.</translation>
    </message>
    <message>
        <source>It looks like https://shop.example.</source>
        <translation>Sie sieht aus wie https://shop.example.</translation>
    </message>
    <message>
        <source>Keys do not belong into the address.</source>
        <translation>Schlüssel gehören nicht in die Adresse.</translation>
    </message>
    <message>
        <source>They are asked for separately.</source>
        <translation>Sie werden gesondert abgefragt.</translation>
    </message>
    <message>
        <source>%1 would be talked to without encryption.</source>
        <translation>Die Verbindung zu %1 wäre unverschlüsselt.</translation>
    </message>
    <message>
        <source>Use https://, or say --allow-plain-http if you know that the line is safe.</source>
        <translation>Verwenden Sie https://, oder geben Sie --allow-plain-http an, wenn Sie wissen, dass die Leitung sicher ist.</translation>
    </message>
    <message>
        <source>The buffer “%1” is no quantity.</source>
        <translation>Der Sicherheitsbestand „%1“ ist keine Menge.</translation>
    </message>
    <message>
        <source>There is no currency %1.</source>
        <translation>Es gibt keine Währung %1.</translation>
    </message>
    <message>
        <source>There is a channel “%1” already.</source>
        <translation>Den Kanal „%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>There is no channel kind “%1”.</source>
        <translation>Die Kanalart „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>See: purserctl channel kinds</source>
        <translation>Siehe: purserctl channel kinds</translation>
    </message>
    <message>
        <source>A channel needs a name.</source>
        <translation>Ein Kanal braucht einen Namen.</translation>
    </message>
    <message>
        <source>%1 needs its keys.</source>
        <translation>%1 braucht seine Schlüssel.</translation>
    </message>
    <message>
        <source>There is no channel “%1”.</source>
        <translation>Es gibt keinen Kanal „%1“.</translation>
    </message>
    <message>
        <source>See: purserctl channel list</source>
        <translation>Siehe: purserctl channel list</translation>
    </message>
    <message>
        <source>Orders, customers, decisions, prices and terms of %1 stay as they are.</source>
        <translation>Aufträge, Kunden, Entscheidungen, Preise und Bedingungen von %1 bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>It is joined with the address and the keys that are said here.</source>
        <translation>Er wird mit der Adresse und den Schlüsseln verbunden, die hier stehen.</translation>
    </message>
    <message>
        <source>Orders that were entered by hand are recognised by their number when the shop tells of them; where they differ, a person decides.</source>
        <translation>Aufträge, die von Hand erfasst wurden, werden an ihrer Nummer erkannt, wenn der Shop sie meldet; wo sie abweichen, entscheidet ein Mensch.</translation>
    </message>
    <message>
        <source>Products are tied to those of the shop by their SKU, and compared with what it shows at the next push.</source>
        <translation>Produkte werden über ihre Artikelnummer mit denen des Shops verbunden und bei der nächsten Übertragung mit dem verglichen, was er zeigt.</translation>
    </message>
    <message>
        <source>Nothing is pulled or pushed any more: orders are entered by hand, and the worksheet lists what has to be typed into the site; every product once, as nobody knows what it shows.</source>
        <translation>Nichts wird mehr geholt oder übertragen: Aufträge werden von Hand erfasst, und die Arbeitsliste nennt, was auf der Website einzutragen ist; jedes Produkt einmal, denn niemand weiß, was sie zeigt.</translation>
    </message>
    <message>
        <source>The address is kept, the keys are not.</source>
        <translation>Die Adresse wird aufgehoben, die Schlüssel nicht.</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Jeder</translation>
    </message>
    <message>
        <source>Customers that were approved</source>
        <translation>Kunden, die zugelassen wurden</translation>
    </message>
    <message>
        <source>Customers that were invited</source>
        <translation>Kunden, die eingeladen wurden</translation>
    </message>
</context>
<context>
    <name>ChannelForms</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Add a channel</source>
        <translation>Kanal hinzufügen</translation>
    </message>
    <message>
        <source>Add the channel</source>
        <translation>Kanal hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Another platform for %1</source>
        <translation>Andere Plattform für %1</translation>
    </message>
    <message>
        <source>Change the platform</source>
        <translation>Plattform wechseln</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>Einstellungen von %1</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie bisher</translation>
    </message>
</context>
<context>
    <name>ChannelPlace</name>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Pull now</source>
        <translation>Jetzt abrufen</translation>
    </message>
    <message>
        <source>What would be pushed</source>
        <translation>Was übertragen würde</translation>
    </message>
    <message>
        <source>Push now</source>
        <translation>Jetzt übertragen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>Anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Add channel…</source>
        <translation>Kanal hinzufügen…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Last pull</source>
        <translation>Letzter Abruf</translation>
    </message>
    <message>
        <source>Last push</source>
        <translation>Letzte Übertragung</translation>
    </message>
    <message>
        <source>Orders waiting</source>
        <translation>Wartende Aufträge</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Klärfälle</translation>
    </message>
    <message>
        <source>Shipments to tell</source>
        <translation>Zu meldende Lieferungen</translation>
    </message>
    <message>
        <source>Age of orders (median, 95 %)</source>
        <translation>Alter der Aufträge (Median, 95 %)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikelnr.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>Gets</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>The shop says</source>
        <translation>Der Shop meldet</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Last runs</source>
        <translation>Letzte Läufe</translation>
    </message>
    <message>
        <source>No channel is set up yet. Add one: a WooCommerce or Vendure shop, or the practice store.</source>
        <translation>Noch ist kein Kanal eingerichtet. Fügen Sie einen hinzu: einen Shop mit WooCommerce oder Vendure oder den Übungsshop.</translation>
    </message>
    <message>
        <source>Pulling…</source>
        <translation>Wird abgerufen…</translation>
    </message>
    <message>
        <source>%1 orders seen: %2 new, %3 changed, %4 unchanged, %5 exceptions; %6 requests.</source>
        <translation>%1 Aufträge gesehen: %2 neu, %3 geändert, %4 unverändert, %5 Klärfälle; %6 Anfragen.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message>
        <source>Pushing…</source>
        <translation>Wird übertragen…</translation>
    </message>
    <message>
        <source>%1 listings compared, %2 differences. Nothing was sent.</source>
        <translation>%1 Angebote verglichen, %2 Unterschiede. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>%1 listings compared, %2 sent: %3 accepted, %4 refused, %5 held.</source>
        <translation>%1 Angebote verglichen, %2 gesendet: %3 angenommen, %4 abgelehnt, %5 zurückgehalten.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird angefragt…</translation>
    </message>
    <message>
        <source>%1 %2 answers, in %3.</source>
        <translation>%1 %2 antwortet, in %3.</translation>
    </message>
    <message>
        <source>Paused at the desk</source>
        <translation>Am Arbeitsplatz angehalten</translation>
    </message>
    <message>
        <source>Resumed.</source>
        <translation>Fortgesetzt.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
    <message>
        <source>now, by %1</source>
        <translation>jetzt, durch %1</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>%1 listings compared: %2 differed, %3 repaired. %4 orders had been missed.</source>
        <translation>%1 Angebote verglichen: %2 abweichend, %3 berichtigt. %4 Aufträge waren verpasst worden.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n order(s). What was taken in stays; the next pull goes on from there.</source>
        <translation>
            <numerusform>Nach %n Auftrag angehalten. Was übernommen wurde, bleibt; der nächste Abruf macht dort weiter.</numerusform>
            <numerusform>Nach %n Aufträgen angehalten. Was übernommen wurde, bleibt; der nächste Abruf macht dort weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. What was sent so far stands below; the next push sends the rest.</source>
        <translation>Angehalten. Was schon gesendet wurde, steht unten; die nächste Übertragung sendet den Rest.</translation>
    </message>
    <message>
        <source>%1 is added. Enter its orders under “Enter a web order”.</source>
        <translation>%1 ist hinzugefügt. Seine Aufträge werden unter „Webauftrag erfassen“ eingegeben.</translation>
    </message>
    <message>
        <source>%1 is of the kind “%2” from now on.</source>
        <translation>%1 ist von jetzt an von der Art „%2“.</translation>
    </message>
    <message>
        <source>Stored: %1.</source>
        <translation>Gespeichert: %1.</translation>
    </message>
    <message>
        <source>Who may buy</source>
        <translation>Wer kaufen darf</translation>
    </message>
    <message>
        <source>Platform…</source>
        <translation>Plattform…</translation>
    </message>
</context>
<context>
    <name>ChannelWords</name>
    <message>
        <source>Pull</source>
        <translation>Abruf</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Shipment</source>
        <translation>Lieferung</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>Unknown SKU</source>
        <translation>Unbekannte Artikelnummer</translation>
    </message>
    <message>
        <source>Unknown tax</source>
        <translation>Unbekannte Steuer</translation>
    </message>
    <message>
        <source>Totals differ</source>
        <translation>Summen weichen ab</translation>
    </message>
    <message>
        <source>Too little stock</source>
        <translation>Zu wenig Bestand</translation>
    </message>
    <message>
        <source>Customer blocked</source>
        <translation>Kunde gesperrt</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Number used twice</source>
        <translation>Nummer doppelt</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Klärfälle</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Error:</source>
        <translation>Fehler:</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Differed</source>
        <translation>Abweichend</translation>
    </message>
    <message>
        <source>Orders missed before</source>
        <translation>Zuvor verpasste Aufträge</translation>
    </message>
    <message>
        <source>Gone from the shop</source>
        <translation>Im Shop verschwunden</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation>Belassen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Vorgefunden</translation>
    </message>
    <message>
        <source>Push held back</source>
        <translation>Übertragung zurückgehalten</translation>
    </message>
    <message>
        <source>Changed in the shop</source>
        <translation>Im Shop geändert</translation>
    </message>
    <message>
        <source>To be put back</source>
        <translation>Zurückzulegen</translation>
    </message>
    <message>
        <source>SKU used twice</source>
        <translation>SKU doppelt vergeben</translation>
    </message>
    <message>
        <source>Customer not approved</source>
        <translation>Kunde nicht zugelassen</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>Kreditlimit</translation>
    </message>
    <message>
        <source>Refund differs</source>
        <translation>Erstattung weicht ab</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>check: %1 compared, %2 differed, %3 repaired, %4 orders missed before</source>
        <translation>Prüfung: %1 verglichen, %2 abweichend, %3 berichtigt, %4 Aufträge zuvor verpasst</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>The shop shows only %1 of %2 products. Nothing was changed.</source>
        <translation>Der Shop zeigt nur %1 von %2 Artikeln. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Look into the shop. If they are really gone, take them off the channel.</source>
        <translation>Sehen Sie im Shop nach. Sind sie wirklich verschwunden, nehmen Sie sie aus dem Kanal.</translation>
    </message>
    <message>
        <source>The shop does not count its stock.</source>
        <translation>Der Shop führt dafür keinen Bestand.</translation>
    </message>
    <message>
        <source>%1 is not in the shop any more.</source>
        <translation>%1 ist nicht mehr im Shop.</translation>
    </message>
    <message>
        <source>The shop shows what it should show.</source>
        <translation>Der Shop zeigt, was er zeigen soll.</translation>
    </message>
</context>
<context>
    <name>Company</name>
    <message>
        <source>Sales</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>Einkauf</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>No tax</source>
        <translation>Keine Steuer</translation>
    </message>
    <message>
        <source>Main warehouse</source>
        <translation>Hauptlager</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>Lieferanten</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>In transit</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Count differences</source>
        <translation>Inventurdifferenzen</translation>
    </message>
    <message>
        <source>Scrap</source>
        <translation>Ausschuss</translation>
    </message>
    <message>
        <source>A company needs a name.</source>
        <translation>Eine Firma braucht einen Namen.</translation>
    </message>
    <message>
        <source>The country is two letters, as in DE or FR.</source>
        <translation>Das Land besteht aus zwei Buchstaben, wie DE oder FR.</translation>
    </message>
    <message>
        <source>A company needs a currency.</source>
        <translation>Eine Firma braucht eine Währung.</translation>
    </message>
    <message>
        <source>There is no chart of accounts “%1”.</source>
        <translation>Den Kontenplan „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>Es gibt: %1.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”.</source>
        <translation>Die Zeitzone „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 holds a company already.</source>
        <translation>%1 enthält bereits eine Firma.</translation>
    </message>
</context>
<context>
    <name>ConfirmOrder</name>
    <message>
        <source>%1 would owe %2 and may owe %3.</source>
        <translation>%1 würde %2 schulden und darf %3 schulden.</translation>
    </message>
    <message>
        <source>Take a payment, raise the limit, or put the order on hold.</source>
        <translation>Nehmen Sie eine Zahlung entgegen, erhöhen Sie das Kreditlimit, oder stellen Sie den Auftrag zurück.</translation>
    </message>
    <message>
        <source>%1 is %2; only a draft can be confirmed.</source>
        <translation>%1 hat den Status „%2“; nur ein Entwurf kann bestätigt werden.</translation>
    </message>
    <message>
        <source>Line %1 of %2 has no product: %3.</source>
        <translation>Position %1 von %2 hat keinen Artikel: %3.</translation>
    </message>
    <message>
        <source>%1 is %2 and cannot be held any more.</source>
        <translation>%1 hat den Status „%2“ und kann nicht mehr zurückgestellt werden.</translation>
    </message>
    <message>
        <source>A hold needs a reason.</source>
        <translation>Zum Zurückstellen gehört ein Grund.</translation>
    </message>
    <message>
        <source>%1 is not on hold.</source>
        <translation>%1 ist nicht zurückgestellt.</translation>
    </message>
    <message>
        <source>Link the SKU to a product first.</source>
        <translation>Verknüpfen Sie zuerst die Artikelnummer mit einem Artikel.</translation>
    </message>
    <message>
        <source>It is not known which tax is on line %1 of %2.</source>
        <translation>Für Position %1 von %2 ist nicht bekannt, welche Steuer anfällt.</translation>
    </message>
    <message>
        <source>Link the channel&apos;s tax to one of the company&apos;s first.</source>
        <translation>Verknüpfen Sie zuerst die Steuer des Kanals mit einer der Firma.</translation>
    </message>
    <message>
        <source>Lift it on the customer&apos;s card, or with: purserctl customer standing %1 good</source>
        <translation>Heben Sie sie auf der Karte des Kunden auf, oder mit: purserctl customer standing %1 good</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>A part of the work could not be undone.</source>
        <translation>Ein Teil der Arbeit konnte nicht rückgängig gemacht werden.</translation>
    </message>
</context>
<context>
    <name>CustomerStanding</name>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Who may buy</source>
        <translation>Wer kaufen darf</translation>
    </message>
    <message>
        <source>This customer</source>
        <translation>Dieser Kunde</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>No channel is set up yet.</source>
        <translation>Noch ist kein Kanal eingerichtet.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Standing: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Entziehen</translation>
    </message>
    <message>
        <source>Approve on this channel</source>
        <translation>Auf diesem Kanal zulassen</translation>
    </message>
    <message>
        <source>May %1 buy?</source>
        <translation>Darf %1 kaufen?</translation>
    </message>
    <message>
        <source>Set it</source>
        <translation>Festlegen</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) that waited go on.</source>
        <translation>
            <numerusform>%n Auftrag, der wartete, geht weiter.</numerusform>
            <numerusform>%n Aufträge, die warteten, gehen weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Withdrawn on %1; what was ordered stays.</source>
        <translation>Auf %1 entzogen; was bestellt ist, bleibt.</translation>
    </message>
    <message>
        <source>Approved on %1 from now on.</source>
        <translation>Ab jetzt auf %1 zugelassen.</translation>
    </message>
</context>
<context>
    <name>DayEdit</name>
    <message>
        <source>A day: t for today, +7, -3, 15, 31.1.</source>
        <translation>Ein Datum: h für heute, +7, -3, 15, 31.1.</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>Order %1 of the channel has come in since.</source>
        <translation>Der Auftrag %1 des Kanals ist inzwischen eingegangen.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 hat den Status „%2“.</translation>
    </message>
    <message>
        <source>The money of %1 has gone back.</source>
        <translation>Das Geld zu %1 ist zurückgezahlt.</translation>
    </message>
    <message>
        <source>The product %1 stays: it is in use.</source>
        <translation>Der Artikel %1 bleibt: Er wird verwendet.</translation>
    </message>
    <message>
        <source>There is no decision %1.</source>
        <translation>Es gibt keine Entscheidung %1.</translation>
    </message>
    <message>
        <source>See: purserctl exception rules</source>
        <translation>Siehe: purserctl exception rules</translation>
    </message>
    <message>
        <source>This decision is taken back already.</source>
        <translation>Diese Entscheidung ist schon zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>What you typed last time is here again; it is not saved yet.</source>
        <translation>Ihre letzten Eingaben sind wieder da; sie sind noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>EffectDialog</name>
    <message numerus="yes">
        <source>This resolves %n exception(s)</source>
        <translation>
            <numerusform>Dies erledigt %n Klärfall</numerusform>
            <numerusform>Dies erledigt %n Klärfälle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and touches %n order(s), which come to %1 then</source>
        <translation>
            <numerusform>und betrifft %n Auftrag, der sich dann auf %1 beläuft</numerusform>
            <numerusform>und betrifft %n Aufträge, die sich dann auf %1 belaufen</numerusform>
        </translation>
    </message>
    <message>
        <source>It is remembered for what comes.</source>
        <translation>Die Entscheidung gilt auch künftig.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>What it touches</source>
        <translation>Was es betrifft</translation>
    </message>
</context>
<context>
    <name>EnterEntry</name>
    <message>
        <source>Account %1 %2 is no longer used.</source>
        <translation>Das Konto %1 %2 wird nicht mehr bebucht.</translation>
    </message>
    <message>
        <source>%1 %2 is moved by documents only.</source>
        <translation>%1 %2 wird nur durch Belege bebucht.</translation>
    </message>
    <message>
        <source>Enter an invoice, a credit note, a payment, a supplier&apos;s bill or a stock count instead.</source>
        <translation>Erfassen Sie stattdessen eine Rechnung, eine Gutschrift, eine Zahlung, eine Eingangsrechnung oder eine Inventur.</translation>
    </message>
    <message>
        <source>An entry is written in %1.</source>
        <translation>Gebucht wird in %1.</translation>
    </message>
    <message>
        <source>The line for account %1 has no amount.</source>
        <translation>Die Zeile für Konto %1 hat keinen Betrag.</translation>
    </message>
    <message>
        <source>An entry needs a text that says what it is for.</source>
        <translation>Eine Buchung braucht einen Buchungstext, der sagt, wofür sie ist.</translation>
    </message>
    <message>
        <source>An entry needs at least two lines.</source>
        <translation>Eine Buchung braucht mindestens zwei Zeilen.</translation>
    </message>
</context>
<context>
    <name>EnterOrder</name>
    <message>
        <source>The order %1 of this channel is here already: %2.</source>
        <translation>Der Auftrag %1 dieses Kanals ist schon da: %2.</translation>
    </message>
    <message>
        <source>See: purserctl order show %1</source>
        <translation>Siehe: purserctl order show %1</translation>
    </message>
    <message>
        <source>A line needs a quantity above zero: %1.</source>
        <translation>Eine Position braucht eine Menge über null: %1.</translation>
    </message>
    <message>
        <source>A discount lies between 0 and 100 percent.</source>
        <translation>Ein Rabatt liegt zwischen 0 und 100 Prozent.</translation>
    </message>
    <message>
        <source>The order is in %1.</source>
        <translation>Der Auftrag lautet auf %1.</translation>
    </message>
    <message>
        <source>A price cannot be negative.</source>
        <translation>Ein Preis kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>It is not known which tax is on “%1”.</source>
        <translation>Für „%1“ ist nicht bekannt, welche Steuer anfällt.</translation>
    </message>
    <message>
        <source>There is no product with SKU %1.</source>
        <translation>Es gibt keinen Artikel mit der Nummer %1.</translation>
    </message>
    <message>
        <source>No tax is set up for “%1” goods on %2.</source>
        <translation>Für Waren der Steuerklasse „%1“ ist am %2 keine Steuer eingerichtet.</translation>
    </message>
    <message>
        <source>The channel says %1, the lines add up to %2.</source>
        <translation>Der Kanal nennt %1, die Positionen ergeben %2.</translation>
    </message>
    <message>
        <source>Rounding difference to the channel&apos;s total</source>
        <translation>Rundungsdifferenz zum Gesamtbetrag des Kanals</translation>
    </message>
    <message>
        <source>%1 is no customer.</source>
        <translation>%1 ist kein Kunde.</translation>
    </message>
    <message>
        <source>An order needs at least one line.</source>
        <translation>Ein Auftrag braucht mindestens eine Position.</translation>
    </message>
    <message>
        <source>%1 is being picked, shipped or invoiced already.</source>
        <translation>%1 wird schon kommissioniert, versandt oder berechnet.</translation>
    </message>
    <message>
        <source>Put the goods back first, or make a return.</source>
        <translation>Legen Sie die Ware zuerst zurück, oder erfassen Sie eine Retoure.</translation>
    </message>
    <message>
        <source>%1 is %2 and cannot be changed.</source>
        <translation>%1 hat den Status „%2“ und kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>Total %1, was %2</source>
        <translation>Gesamtbetrag %1, vorher %2</translation>
    </message>
</context>
<context>
    <name>Exception</name>
    <message>
        <source>Link to…</source>
        <translation>Verknüpfen mit…</translation>
    </message>
    <message>
        <source>Create product</source>
        <translation>Artikel anlegen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Auftrag stornieren</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>There is no exception %1.</source>
        <translation>Es gibt keinen Klärfall %1.</translation>
    </message>
    <message>
        <source>See: purserctl exception list</source>
        <translation>Siehe: purserctl exception list</translation>
    </message>
    <message>
        <source>This exception is resolved already: %1.</source>
        <translation>Dieser Klärfall ist schon erledigt: %1.</translation>
    </message>
    <message>
        <source>“%1” does not fit here.</source>
        <translation>„%1“ passt hier nicht.</translation>
    </message>
    <message>
        <source>It can be: %1.</source>
        <translation>Möglich ist: %1.</translation>
    </message>
    <message>
        <source>There is no tax %1.</source>
        <translation>Es gibt keine Steuer %1.</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Approve customer</source>
        <translation>Kunden zulassen</translation>
    </message>
    <message>
        <source>Let through once</source>
        <translation>Einmal durchlassen</translation>
    </message>
    <message>
        <source>Create again in the shop</source>
        <translation>Im Shop neu anlegen</translation>
    </message>
    <message>
        <source>Take off the channel</source>
        <translation>Vom Kanal nehmen</translation>
    </message>
</context>
<context>
    <name>ExceptionPlace</name>
    <message>
        <source>Exceptions</source>
        <translation>Klärfälle</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Money waiting</source>
        <translation>Wartender Betrag</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>Ursachen</translation>
    </message>
    <message>
        <source>Nothing waits for a decision.</source>
        <translation>Nichts wartet auf eine Entscheidung.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Orders with this cause</source>
        <translation>Aufträge mit dieser Ursache</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Holds for what comes</source>
        <translation>Gilt auch künftig</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Nothing was decided yet.</source>
        <translation>Noch wurde nichts entschieden.</translation>
    </message>
    <message>
        <source>Causes (%1)</source>
        <translation>Ursachen (%1)</translation>
    </message>
    <message>
        <source>Show what it does</source>
        <translation>Auswirkung anzeigen</translation>
    </message>
    <message>
        <source>Code of the tax</source>
        <translation>Steuerschlüssel</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikelnr.</translation>
    </message>
    <message>
        <source>There is no tax %1.</source>
        <translation>Es gibt keine Steuer %1.</translation>
    </message>
    <message numerus="yes">
        <source>Resolved: %n exception(s).</source>
        <translation>
            <numerusform>Erledigt: %n Klärfall.</numerusform>
            <numerusform>Erledigt: %n Klärfälle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %n exception(s) wait again.</source>
        <translation>
            <numerusform>Zurückgenommen: %n Klärfall wartet wieder.</numerusform>
            <numerusform>Zurückgenommen: %n Klärfälle warten wieder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %n exception(s) wait again. These stay as they are: %1</source>
        <translation>
            <numerusform>Zurückgenommen: %n Klärfall wartet wieder. Es bleibt, wie es ist: %1</numerusform>
            <numerusform>Zurückgenommen: %n Klärfälle warten wieder. Es bleibt, wie es ist: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Alle Kanäle</translation>
    </message>
    <message>
        <source>Number in the shop</source>
        <translation>Nummer im Shop</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>There is no exchange rate for %1 on %2.</source>
        <translation>Für %1 gibt es am %2 keinen Wechselkurs.</translation>
    </message>
    <message>
        <source>Enter one with: purserctl rate set %1 RATE --day DAY</source>
        <translation>Erfassen Sie einen mit: purserctl rate set %1 KURS --day DATUM</translation>
    </message>
    <message>
        <source>%1 is the company&apos;s own currency.</source>
        <translation>%1 ist die Hauswährung der Firma.</translation>
    </message>
    <message>
        <source>A rate needs a day and a figure above zero.</source>
        <translation>Ein Kurs braucht ein Datum und eine Zahl über null.</translation>
    </message>
</context>
<context>
    <name>FieldSet</name>
    <message>
        <source>This is no number, or has too many digits after the point.</source>
        <translation>Das ist keine Zahl, oder sie hat zu viele Nachkommastellen.</translation>
    </message>
    <message>
        <source>This is no day. Try 31.1., t for today, or +7.</source>
        <translation>Das ist kein Datum. Versuchen Sie 31.1., h für heute oder +7.</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Find anything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Order, customer, SKU, place or command</source>
        <translation>Auftrag, Kunde, Artikelnummer, Bereich oder Befehl</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>order of %1, %2</source>
        <translation>Auftrag von %1, %2</translation>
    </message>
    <message>
        <source>customer %1</source>
        <translation>Kunde %1</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>%1: %2 held back until a person agrees. %3</source>
        <translation>%1: %2 zurückgehalten, bis jemand sie genehmigt. %3</translation>
    </message>
</context>
<context>
    <name>Gone</name>
    <message>
        <source>%1 is not sold any more.</source>
        <translation>%1 wird nicht mehr verkauft.</translation>
    </message>
    <message>
        <source>Take it off the channel.</source>
        <translation>Nehmen Sie es vom Kanal.</translation>
    </message>
    <message>
        <source>%1 is in the shop again.</source>
        <translation>%1 ist wieder im Shop.</translation>
    </message>
</context>
<context>
    <name>HeldField</name>
    <message>
        <source>“%1” is no field of a product.</source>
        <translation>„%1“ ist kein Feld eines Artikels.</translation>
    </message>
    <message>
        <source>%1 of %2 is not held back.</source>
        <translation>%1 von %2 ist nicht zurückgehalten.</translation>
    </message>
    <message>
        <source>See: purserctl sync held NAME</source>
        <translation>Siehe: purserctl sync held NAME</translation>
    </message>
    <message>
        <source>Held back by the guard since %1.</source>
        <translation>Vom Wächter zurückgehalten seit %1.</translation>
    </message>
    <message>
        <source>Held back by %1 since %2.</source>
        <translation>Von %1 zurückgehalten seit %2.</translation>
    </message>
</context>
<context>
    <name>Http</name>
    <message>
        <source>A header of the request contains a line break.</source>
        <translation>Ein Kopffeld der Anfrage enthält einen Zeilenumbruch.</translation>
    </message>
    <message>
        <source>This is not an address of a web shop.</source>
        <translation>Das ist keine Adresse eines Webshops.</translation>
    </message>
    <message>
        <source>%1 sent a larger answer than allowed.</source>
        <translation>%1 hat eine größere Antwort gesendet als erlaubt.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2</source>
        <translation>Das Zertifikat von %1 ist nicht vertrauenswürdig: %2</translation>
    </message>
    <message>
        <source>%1 could not be reached: %2</source>
        <translation>%1 ist nicht erreichbar: %2</translation>
    </message>
    <message>
        <source>The answer of %1 broke off: %2</source>
        <translation>Die Antwort von %1 brach ab: %2</translation>
    </message>
    <message>
        <source>The answer of %1 was lost, it may have done what was asked: %2</source>
        <translation>Die Antwort von %1 ging verloren; das Verlangte kann trotzdem geschehen sein: %2</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The shop is out of order, it may have done what was asked.</source>
        <translation>Der Shop ist gestört; das Verlangte kann trotzdem geschehen sein.</translation>
    </message>
    <message>
        <source>The shop is busy.</source>
        <translation>Der Shop ist überlastet.</translation>
    </message>
    <message>
        <source>The shop failed with error %1.</source>
        <translation>Der Shop meldete den Fehler %1.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>The code is missing.</source>
        <translation>Die Nummer fehlt.</translation>
    </message>
    <message>
        <source>The name of %1 is missing.</source>
        <translation>Der Name von %1 fehlt.</translation>
    </message>
    <message>
        <source>“%1” is no number of days.</source>
        <translation>„%1“ ist keine Anzahl von Tagen.</translation>
    </message>
    <message>
        <source>“%1” is no amount such as 1000.00.</source>
        <translation>„%1“ ist kein Betrag wie 1000.00.</translation>
    </message>
    <message>
        <source>“%1” is no percentage.</source>
        <translation>„%1“ ist kein Prozentsatz.</translation>
    </message>
    <message>
        <source>There is no tax class “%1”.</source>
        <translation>Die Steuerklasse „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” is no weight in kilograms.</source>
        <translation>„%1“ ist kein Gewicht in Kilogramm.</translation>
    </message>
    <message>
        <source>The SKU is missing.</source>
        <translation>Die Artikelnummer fehlt.</translation>
    </message>
    <message>
        <source>“%1” is no price such as 12.50.</source>
        <translation>„%1“ ist kein Preis wie 12.50.</translation>
    </message>
    <message>
        <source>The picture %1 lies outside of the file&apos;s folder.</source>
        <translation>Das Bild %1 liegt außerhalb des Ordners der Datei.</translation>
    </message>
    <message>
        <source>There is no picture %1 beside the file.</source>
        <translation>Neben der Datei gibt es kein Bild %1.</translation>
    </message>
    <message>
        <source>The file holds no rows.</source>
        <translation>Die Datei enthält keine Zeilen.</translation>
    </message>
    <message>
        <source>The file has the column “%1” twice.</source>
        <translation>Die Datei hat die Spalte „%1“ zweimal.</translation>
    </message>
    <message>
        <source>The file has no column “%1”.</source>
        <translation>Die Datei hat keine Spalte „%1“.</translation>
    </message>
    <message>
        <source>Its first row must name the columns: %1.</source>
        <translation>Ihre erste Zeile muss die Spalten nennen: %1.</translation>
    </message>
    <message>
        <source>Stopped in front of line %1.</source>
        <translation>Vor Zeile %1 angehalten.</translation>
    </message>
    <message>
        <source>The rows above went in. Importing the file again goes on from there.</source>
        <translation>Die Zeilen davor sind übernommen. Ein erneuter Import der Datei macht dort weiter.</translation>
    </message>
    <message>
        <source>%1 stands in the file more than once.</source>
        <translation>%1 steht mehrmals in der Datei.</translation>
    </message>
</context>
<context>
    <name>Invoice</name>
    <message>
        <source>Invoice %1 of %2</source>
        <translation>Rechnung %1 zu %2</translation>
    </message>
    <message>
        <source>Credit note %1 of %2</source>
        <translation>Gutschrift %1 zu %2</translation>
    </message>
    <message>
        <source>%1 is %2 and cannot be invoiced.</source>
        <translation>%1 hat den Status „%2“ und kann nicht berechnet werden.</translation>
    </message>
    <message>
        <source>Nothing of %1 is shipped and not invoiced.</source>
        <translation>An %1 ist nichts versandt, das nicht schon berechnet wäre.</translation>
    </message>
    <message>
        <source>Ship it first.</source>
        <translation>Versenden Sie zuerst.</translation>
    </message>
    <message>
        <source>%1 has no invoice that could be credited.</source>
        <translation>%1 hat keine Rechnung, die gutgeschrieben werden könnte.</translation>
    </message>
    <message>
        <source>Cancel what is not shipped instead.</source>
        <translation>Stornieren Sie stattdessen, was nicht versandt ist.</translation>
    </message>
    <message>
        <source>%1 has no line %2.</source>
        <translation>%1 hat keine Position %2.</translation>
    </message>
    <message>
        <source>A credit note needs an amount above zero.</source>
        <translation>Eine Gutschrift braucht einen Betrag über null.</translation>
    </message>
    <message>
        <source>Only %1 of %2 are invoiced and not credited yet.</source>
        <translation>Nur %1 von %2 sind berechnet und noch nicht gutgeschrieben.</translation>
    </message>
    <message>
        <source>Only %1 of line %2 of %3 are invoiced and not credited yet.</source>
        <translation>Nur %1 von Position %2 von %3 sind berechnet und noch nicht gutgeschrieben.</translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>This is no JSON: the reader stopped at byte %1.</source>
        <translation>Das ist kein JSON: Das Lesen endete bei Byte %1.</translation>
    </message>
    <message>
        <source>This JSON is nested more than %1 levels deep.</source>
        <translation>Dieses JSON ist tiefer als %1 Ebenen verschachtelt.</translation>
    </message>
</context>
<context>
    <name>Kit</name>
    <message>
        <source>%1 cannot be a component of itself.</source>
        <translation>%1 kann nicht Teil von sich selbst sein.</translation>
    </message>
    <message>
        <source>A kit needs a quantity above zero of %1.</source>
        <translation>Ein Set braucht von %1 eine Menge über null.</translation>
    </message>
    <message>
        <source>%1 is a kit itself: name its components.</source>
        <translation>%1 ist selbst ein Set: seine Teile nennen.</translation>
    </message>
    <message>
        <source>%1 is a service and is not kept in stock.</source>
        <translation>%1 ist eine Dienstleistung und wird nicht am Lager geführt.</translation>
    </message>
    <message>
        <source>%1 is a component of a kit and cannot be one itself.</source>
        <translation>%1 ist Teil eines Sets und kann selbst keines sein.</translation>
    </message>
    <message>
        <source>%1 has stock; a kit has none of its own.</source>
        <translation>%1 hat Bestand; ein Set hat keinen eigenen.</translation>
    </message>
    <message>
        <source>Count it to zero first, and its components as what they are.</source>
        <translation>Zuerst auf null zählen, und seine Teile als das, was sie sind.</translation>
    </message>
    <message>
        <source>A component is named twice: %1.</source>
        <translation>Ein Teil ist zweimal genannt: %1.</translation>
    </message>
    <message>
        <source>%1 waits to be shipped on %2.</source>
        <translation>%1 wartet in %2 auf den Versand.</translation>
    </message>
    <message>
        <source>Ship or cancel the orders of it first.</source>
        <translation>Zuerst diese Aufträge versenden oder stornieren.</translation>
    </message>
    <message>
        <source>%1 is a kit and has no stock of its own.</source>
        <translation>%1 ist ein Set und hat keinen eigenen Bestand.</translation>
    </message>
    <message>
        <source>%1 is a component of a kit and must be kept in stock.</source>
        <translation>%1 ist Teil eines Sets und muss am Lager geführt werden.</translation>
    </message>
</context>
<context>
    <name>KitLines</name>
    <message>
        <source>%1 is a kit: only whole ones can be sold, not %2.</source>
        <translation>%1 ist ein Set: es wird nur ganz verkauft, nicht zu %2.</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>No account is chosen for “%1”.</source>
        <translation>Für „%1“ ist kein Konto festgelegt.</translation>
    </message>
    <message>
        <source>Choose one under Books, or with: purserctl account map %1 ACCOUNT</source>
        <translation>Legen Sie es unter Buchhaltung fest oder mit: purserctl account map %1 KONTO</translation>
    </message>
    <message>
        <source>The entry does not balance: %1 %2 are over.</source>
        <translation>Die Buchung geht nicht auf: Es bleiben %1 %2.</translation>
    </message>
    <message>
        <source>There is no journal %1.</source>
        <translation>Es gibt kein Journal %1.</translation>
    </message>
    <message>
        <source>There is no journal entry %1.</source>
        <translation>Es gibt keine Buchung %1.</translation>
    </message>
    <message>
        <source>This entry belongs to a document; reverse that instead.</source>
        <translation>Diese Buchung gehört zu einem Beleg; stornieren Sie stattdessen den Beleg.</translation>
    </message>
    <message>
        <source>Invoices are taken back by a credit note, shipments by a return, payments by a refund.</source>
        <translation>Rechnungen werden durch eine Gutschrift zurückgenommen, Lieferungen durch eine Retoure, Zahlungen durch eine Erstattung.</translation>
    </message>
    <message>
        <source>This entry has been reversed already.</source>
        <translation>Diese Buchung ist schon storniert.</translation>
    </message>
    <message>
        <source>Reversing an entry needs a reason.</source>
        <translation>Zur Stornierung einer Buchung gehört ein Grund.</translation>
    </message>
</context>
<context>
    <name>ListFrame</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>In %1 suchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Export list…</source>
        <translation>Liste exportieren…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open (Return, F2)</source>
        <translation>Öffnen (Eingabe, F2)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Anzeigen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>wird gezählt…</translation>
    </message>
    <message>
        <source>Nothing is found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles anzeigen</translation>
    </message>
    <message>
        <source>Export list</source>
        <translation>Liste exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1.</source>
        <translation>
            <numerusform>%n Zeile nach %1 geschrieben.</numerusform>
            <numerusform>%n Zeilen nach %1 geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>No tax is set up for “%1” goods.</source>
        <translation>Für Waren der Steuerklasse „%1“ ist keine Steuer eingerichtet.</translation>
    </message>
    <message>
        <source>The shop has the SKU %1 more than once: %2. Say which one it is.</source>
        <translation>Der Shop hat die SKU %1 mehrmals: %2. Sagen Sie, welche es ist.</translation>
    </message>
    <message>
        <source>The shop has no “%1” with the SKU %2.</source>
        <translation>Der Shop hat kein „%1“ mit der SKU %2.</translation>
    </message>
    <message>
        <source>It can be: %1.</source>
        <translation>Möglich sind: %1.</translation>
    </message>
</context>
<context>
    <name>Location</name>
    <message>
        <source>There is no location %1.</source>
        <translation>Es gibt keinen Lagerplatz %1.</translation>
    </message>
    <message>
        <source>A location needs a code.</source>
        <translation>Ein Lagerplatz braucht eine Bezeichnung.</translation>
    </message>
    <message>
        <source>There is a location %1 already.</source>
        <translation>Den Lagerplatz %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Location %1 needs a warehouse.</source>
        <translation>Der Lagerplatz %1 braucht ein Lager.</translation>
    </message>
    <message>
        <source>What kind of place %1 is cannot be changed.</source>
        <translation>Die Art des Lagerplatzes %1 kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>There are goods at %1.</source>
        <translation>Auf %1 liegt Ware.</translation>
    </message>
    <message>
        <source>Move them elsewhere first.</source>
        <translation>Lagern Sie sie zuerst um.</translation>
    </message>
    <message>
        <source>A warehouse needs a code.</source>
        <translation>Ein Lager braucht eine Bezeichnung.</translation>
    </message>
    <message>
        <source>There is a warehouse %1 already.</source>
        <translation>Das Lager %1 gibt es schon.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>%1 — Purser</source>
        <translation>%1 – Purser</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>PRACTICE: everything in this company is for rehearsal, nothing is real.</source>
        <translation>ÜBUNG: Alles in dieser Firma dient dem Üben, nichts ist echt.</translation>
    </message>
    <message>
        <source>&amp;Company</source>
        <translation>&amp;Firma</translation>
    </message>
    <message>
        <source>&amp;Other company…</source>
        <translation>&amp;Andere Firma…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Find anything…</source>
        <translation>&amp;Alles durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation>&amp;Vor</translation>
    </message>
    <message>
        <source>&amp;Tab</source>
        <translation>&amp;Reiter</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>Reiter &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Next tab</source>
        <translation>&amp;Nächster Reiter</translation>
    </message>
    <message>
        <source>&amp;Previous tab</source>
        <translation>&amp;Voriger Reiter</translation>
    </message>
    <message>
        <source>&amp;Here</source>
        <translation>&amp;Hier</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>As the &amp;system is</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Light or dark, the &amp;other</source>
        <translation>Zwischen hell und dunkel &amp;wechseln</translation>
    </message>
    <message>
        <source>PostgreSQL: %1</source>
        <translation>PostgreSQL: %1</translation>
    </message>
    <message numerus="yes">
        <source>, %n exception(s)</source>
        <translation>
            <numerusform>, %n Klärfall</numerusform>
            <numerusform>, %n Klärfälle</numerusform>
        </translation>
    </message>
    <message>
        <source>Last pull: %1</source>
        <translation>Letzter Abruf: %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1 hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Waren</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>Lieferanten</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Büro</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Buchhaltung</translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>&amp;Run the channels on this workstation</source>
        <translation>&amp;Kanäle an diesem Arbeitsplatz abgleichen</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Klärfälle</translation>
    </message>
    <message>
        <source>Pushes</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Enter a web order</source>
        <translation>Webauftrag erfassen</translation>
    </message>
    <message>
        <source>Update a site by hand</source>
        <translation>Website von Hand pflegen</translation>
    </message>
    <message>
        <source>Advisor</source>
        <translation>Berater</translation>
    </message>
</context>
<context>
    <name>Match</name>
    <message>
        <source>Buyer of %1 %2</source>
        <translation>Käufer von %1 %2</translation>
    </message>
    <message>
        <source>The order %1 has no lines.</source>
        <translation>Der Auftrag %1 hat keine Positionen.</translation>
    </message>
    <message>
        <source>There is no product with SKU %1 (“%2”).</source>
        <translation>Es gibt keinen Artikel mit der Nummer %1 („%2“).</translation>
    </message>
    <message>
        <source>There is no tax of %1 %, which the channel calls “%2”.</source>
        <translation>Es gibt keine Steuer von %1 %, die der Kanal „%2“ nennt.</translation>
    </message>
    <message>
        <source>The channel&apos;s total is %1, its lines add up to %2.</source>
        <translation>Der Gesamtbetrag des Kanals ist %1, seine Positionen ergeben %2.</translation>
    </message>
    <message>
        <source>Rounding: the channel&apos;s total is %1, its lines add up to %2</source>
        <translation>Rundung: Der Gesamtbetrag des Kanals ist %1, seine Positionen ergeben %2</translation>
    </message>
    <message>
        <source>Difference: the channel&apos;s total is %1, its lines add up to %2</source>
        <translation>Differenz: Der Gesamtbetrag des Kanals ist %1, seine Positionen ergeben %2</translation>
    </message>
</context>
<context>
    <name>MergeParty</name>
    <message>
        <source>%1 cannot be merged into itself.</source>
        <translation>%1 kann nicht mit sich selbst zusammengeführt werden.</translation>
    </message>
    <message>
        <source>Only customers can be merged.</source>
        <translation>Nur Kunden können zusammengeführt werden.</translation>
    </message>
    <message>
        <source>%1 is merged into %2 already.</source>
        <translation>%1 ist schon mit %2 zusammengeführt.</translation>
    </message>
    <message>
        <source>Others are merged into %1.</source>
        <translation>Mit %1 sind andere zusammengeführt.</translation>
    </message>
    <message>
        <source>Merge %1 into %2, or take those apart first.</source>
        <translation>Führen Sie umgekehrt %1 mit %2 zusammen, oder trennen Sie jene zuerst.</translation>
    </message>
    <message>
        <source>%1 is not merged into another customer.</source>
        <translation>%1 ist mit keinem anderen Kunden zusammengeführt.</translation>
    </message>
    <message>
        <source>same e-mail</source>
        <translation>gleiche E-Mail</translation>
    </message>
    <message>
        <source>same tax number</source>
        <translation>gleiche USt-IdNr.</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>gleiches Telefon</translation>
    </message>
    <message>
        <source>same company</source>
        <translation>gleiche Firma</translation>
    </message>
    <message>
        <source>same name and postcode</source>
        <translation>gleicher Name und gleiche Postleitzahl</translation>
    </message>
</context>
<context>
    <name>Migrator</name>
    <message>
        <source>%1 holds no company.</source>
        <translation>%1 enthält keine Firma.</translation>
    </message>
    <message>
        <source>Create one with: purserctl --company %1 company create …</source>
        <translation>Legen Sie eine an mit: purserctl --company %1 company create …</translation>
    </message>
    <message>
        <source>%1 was written by a newer Purser (schema %2, this program knows %3).</source>
        <translation>%1 wurde von einem neueren Purser geschrieben (Schema %2, dieses Programm kennt %3).</translation>
    </message>
    <message>
        <source>Install the newer Purser. Nothing was changed.</source>
        <translation>Installieren Sie den neueren Purser. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 was written by an older Purser (schema %2, this program needs %3).</source>
        <translation>%1 wurde von einem älteren Purser geschrieben (Schema %2, dieses Programm braucht %3).</translation>
    </message>
    <message>
        <source>Upgrade it with: purserctl --company %1 company upgrade (a backup is made first).</source>
        <translation>Aktualisieren Sie die Firma mit: purserctl --company %1 company upgrade (vorher wird eine Sicherung angelegt).</translation>
    </message>
    <message>
        <source>%1 is a database of another program, not a Purser company.</source>
        <translation>%1 ist die Datenbank eines anderen Programms, keine Purser-Firma.</translation>
    </message>
    <message>
        <source>Create an empty database for the company.</source>
        <translation>Legen Sie für die Firma eine leere Datenbank an.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>Buffer and quota cannot be negative.</source>
        <translation>Sicherheitsbestand und Höchstmenge können nicht negativ sein.</translation>
    </message>
    <message>
        <source>A share lies between 0 and 100 percent.</source>
        <translation>Ein Anteil liegt zwischen 0 und 100 Prozent.</translation>
    </message>
    <message>
        <source>The last units cannot be negative.</source>
        <translation>Die letzten Stücke können nicht negativ sein.</translation>
    </message>
    <message>
        <source>There is no warehouse %1.</source>
        <translation>Es gibt kein Lager %1.</translation>
    </message>
    <message>
        <source>A pack holds at least one unit.</source>
        <translation>Eine Packung enthält mindestens eine Einheit.</translation>
    </message>
</context>
<context>
    <name>OfflineShop</name>
    <message>
        <source>This Purser does not know channels of kind “%1”.</source>
        <translation>Dieser Purser kennt keine Kanäle der Art „%1“.</translation>
    </message>
</context>
<context>
    <name>OpenChannel</name>
    <message>
        <source>This Purser does not know channels of kind “%1”.</source>
        <translation>Dieser Purser kennt keine Kanäle der Art „%1“.</translation>
    </message>
    <message>
        <source>“%1” is served by hand: nothing can be fetched from it or sent to it.</source>
        <translation>„%1“ wird von Hand betreut: Von dort kann nichts abgerufen und dorthin nichts gesendet werden.</translation>
    </message>
    <message>
        <source>Enter its orders or import its files (order enter, orders import), and bring it up to date with the worksheet (worksheet show).</source>
        <translation>Erfassen Sie die Aufträge oder importieren Sie die Dateien (order enter, orders import), und pflegen Sie die Website mit der Arbeitsliste (worksheet show).</translation>
    </message>
</context>
<context>
    <name>OpenItem</name>
    <message>
        <source>Items in two currencies cannot be set against each other.</source>
        <translation>Posten in zwei Währungen können nicht miteinander verrechnet werden.</translation>
    </message>
    <message>
        <source>More than is open cannot be settled: %1.</source>
        <translation>Mehr als offen ist, kann nicht ausgeglichen werden: %1.</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Ausgeglichen</translation>
    </message>
</context>
<context>
    <name>OrderListPlace</name>
    <message>
        <source>%1, of which %2 paid</source>
        <translation>%1, davon %2 bezahlt</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Channel&apos;s number</source>
        <translation>Kanalnummer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Drafts and on hold</source>
        <translation>Entwürfe und Zurückgestellte</translation>
    </message>
    <message>
        <source>To ship</source>
        <translation>Zu versenden</translation>
    </message>
    <message>
        <source>To invoice</source>
        <translation>Zu berechnen</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>Unbezahlt</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Neuer Auftrag</translation>
    </message>
    <message>
        <source>There is no order yet. Web orders come in when a channel is pulled.</source>
        <translation>Es gibt noch keinen Auftrag. Webaufträge kommen herein, wenn ein Kanal abgerufen wird.</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Alle Kanäle</translation>
    </message>
</context>
<context>
    <name>OrderPlace</name>
    <message>
        <source>SKU, barcode or a few letters</source>
        <translation>Artikelnummer, Barcode oder einige Buchstaben</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Price (empty: from the list)</source>
        <translation>Preis (leer: laut Liste)</translation>
    </message>
    <message>
        <source>Discount %</source>
        <translation>Rabatt %</translation>
    </message>
    <message>
        <source>Add line</source>
        <translation>Position hinzufügen</translation>
    </message>
    <message>
        <source>“%1” is not exactly one product. Type more, or choose from the list.</source>
        <translation>„%1“ ist nicht eindeutig ein Artikel. Geben Sie mehr ein, oder wählen Sie aus der Liste.</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>Position entfernen</translation>
    </message>
    <message>
        <source>%1: %2 available</source>
        <translation>%1: %2 verfügbar</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>There is no product %1.</source>
        <translation>Es gibt keinen Artikel %1.</translation>
    </message>
    <message>
        <source>“%1” is no quantity above zero.</source>
        <translation>„%1“ ist keine Menge über null.</translation>
    </message>
    <message>
        <source>“%1” is no price.</source>
        <translation>„%1“ ist kein Preis.</translation>
    </message>
    <message>
        <source>“%1” is no discount between 0 and 100 percent.</source>
        <translation>„%1“ ist kein Rabatt zwischen 0 und 100 Prozent.</translation>
    </message>
    <message>
        <source>Who orders? Choose the customer first.</source>
        <translation>Wer bestellt? Wählen Sie zuerst den Kunden.</translation>
    </message>
    <message>
        <source>Change line %1</source>
        <translation>Position %1 ändern</translation>
    </message>
    <message>
        <source>An order needs at least one line. Cancel the order instead.</source>
        <translation>Ein Auftrag braucht mindestens eine Position. Stornieren Sie stattdessen den Auftrag.</translation>
    </message>
    <message>
        <source>Line %1 is removed.</source>
        <translation>Position %1 ist entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Shipping on %1</source>
        <translation>Versandkosten zu %1</translation>
    </message>
    <message>
        <source>Charge it</source>
        <translation>Berechnen</translation>
    </message>
    <message>
        <source>Amount with tax</source>
        <translation>Betrag inkl. Steuer</translation>
    </message>
    <message>
        <source>Amount without tax</source>
        <translation>Betrag ohne Steuer</translation>
    </message>
    <message>
        <source>“%1” is no amount.</source>
        <translation>„%1“ ist kein Betrag.</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Versandkosten</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Neuer Auftrag</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Their reference</source>
        <translation>Bestellnummer des Kunden</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Code, name or e-mail, then Return</source>
        <translation>Nummer, Name oder E-Mail, dann Eingabetaste</translation>
    </message>
    <message>
        <source>“%1” is not exactly one customer. Type more of the name, or choose from the list.</source>
        <translation>„%1“ ist nicht eindeutig ein Kunde. Geben Sie mehr vom Namen ein, oder wählen Sie aus der Liste.</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Pos.</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikelnr.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Allocated</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Kommiss.</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>Verpackt</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Versandt</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Why this price</source>
        <translation>Preisfindung</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Haben</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>What the channel sent</source>
        <translation>Was der Kanal gesendet hat</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Postings</source>
        <translation>Buchungen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Channel message</source>
        <translation>Kanalnachricht</translation>
    </message>
    <message>
        <source>%1, their number %2</source>
        <translation>%1, dort Nummer %2</translation>
    </message>
    <message>
        <source>On hold: %1</source>
        <translation>Zurückgestellt: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>An: %1</translation>
    </message>
    <message>
        <source>Prices include tax.</source>
        <translation>Die Preise enthalten die Steuer.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Released.</source>
        <translation>Freigegeben.</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>Kommissionieren</translation>
    </message>
    <message>
        <source>Picked.</source>
        <translation>Kommissioniert.</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Verpacken</translation>
    </message>
    <message>
        <source>Packed.</source>
        <translation>Verpackt.</translation>
    </message>
    <message>
        <source>Ship…</source>
        <translation>Versenden…</translation>
    </message>
    <message>
        <source>Post invoice</source>
        <translation>Rechnung buchen</translation>
    </message>
    <message>
        <source>Receive payment…</source>
        <translation>Zahlung…</translation>
    </message>
    <message>
        <source>Charge shipping…</source>
        <translation>Versandkosten…</translation>
    </message>
    <message>
        <source>Deliver to…</source>
        <translation>Lieferadresse…</translation>
    </message>
    <message>
        <source>Hold…</source>
        <translation>Zurückstellen…</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>Retoure…</translation>
    </message>
    <message>
        <source>Refund…</source>
        <translation>Erstattung…</translation>
    </message>
    <message>
        <source>Cancel order…</source>
        <translation>Stornieren…</translation>
    </message>
    <message>
        <source>Bills what is shipped and posts it. Taken back only by a credit note. (%1)</source>
        <translation>Berechnet, was versandt ist, und bucht es. Rücknahme nur durch eine Gutschrift. (%1)</translation>
    </message>
    <message>
        <source>Confirmed: the goods are promised.</source>
        <translation>Bestätigt: Die Ware ist zugesagt.</translation>
    </message>
    <message>
        <source>“%1” is no quantity.</source>
        <translation>„%1“ ist keine Menge.</translation>
    </message>
    <message>
        <source>Every quantity is zero.</source>
        <translation>Alle Mengen sind null.</translation>
    </message>
    <message>
        <source>Ship %1</source>
        <translation>%1 versenden</translation>
    </message>
    <message>
        <source>Ship and post the cost of goods</source>
        <translation>Versenden und Wareneinsatz buchen</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Versanddienst</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>Sendungsnummer</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Ship now</source>
        <translation>Jetzt versenden</translation>
    </message>
    <message>
        <source>Shipped: %1.</source>
        <translation>Versandt: %1.</translation>
    </message>
    <message>
        <source>Invoiced: %1 over %2.</source>
        <translation>Berechnet: %1 über %2.</translation>
    </message>
    <message>
        <source>Amount in %1</source>
        <translation>Betrag in %1</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Zahlungsart</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Day (empty: today)</source>
        <translation>Datum (leer: heute)</translation>
    </message>
    <message>
        <source>“%1” is no day.</source>
        <translation>„%1“ ist kein Datum.</translation>
    </message>
    <message>
        <source>Payment for %1</source>
        <translation>Zahlungseingang zu %1</translation>
    </message>
    <message>
        <source>Post the payment</source>
        <translation>Zahlung buchen</translation>
    </message>
    <message>
        <source>Posted: %1.</source>
        <translation>Gebucht: %1.</translation>
    </message>
    <message>
        <source>Refund for %1</source>
        <translation>Erstattung zu %1</translation>
    </message>
    <message>
        <source>Post the refund</source>
        <translation>Erstattung buchen</translation>
    </message>
    <message>
        <source>Where %1 goes</source>
        <translation>Lieferadresse von %1</translation>
    </message>
    <message>
        <source>Deliver there</source>
        <translation>Dorthin liefern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>Street 2</source>
        <translation>Adresszusatz</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Country (two letters)</source>
        <translation>Land (zwei Buchstaben)</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 stornieren</translation>
    </message>
    <message>
        <source>Cancel what is not shipped</source>
        <translation>Nicht Versandtes stornieren</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Cancelled; the goods are free again.</source>
        <translation>Storniert; die Ware ist wieder frei.</translation>
    </message>
    <message>
        <source>Hold %1</source>
        <translation>%1 zurückstellen</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Return of %1</source>
        <translation>Retoure zu %1</translation>
    </message>
    <message>
        <source>Take back and credit</source>
        <translation>Zurücknehmen und gutschreiben</translation>
    </message>
    <message>
        <source>The goods</source>
        <translation>Die Ware</translation>
    </message>
    <message>
        <source>go back on the shelf</source>
        <translation>kommt zurück ins Lager</translation>
    </message>
    <message>
        <source>are scrapped</source>
        <translation>wird ausgesondert</translation>
    </message>
    <message>
        <source>stay with the customer</source>
        <translation>bleibt beim Kunden</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>Kommt zurück</translation>
    </message>
    <message>
        <source>Returned: %1, credited by %2.</source>
        <translation>Zurückgenommen: %1, gutgeschrieben mit %2.</translation>
    </message>
    <message>
        <source>Returned: %1.</source>
        <translation>Zurückgenommen: %1.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>An order can be typed, but not confirmed.</source>
        <translation>Ein Auftrag kann erfasst, aber nicht bestätigt werden.</translation>
    </message>
</context>
<context>
    <name>OrderView</name>
    <message>
        <source>Shipment</source>
        <translation>Lieferschein</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Gutschrift</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Retoure</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Erfasst</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Bestellt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Kommissioniert</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurückgelegt</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>Verpackt</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Versandt</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <source>Credited</source>
        <translation>Gutgeschrieben</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Address changed</source>
        <translation>Adresse geändert</translation>
    </message>
    <message>
        <source>Amount reduced</source>
        <translation>Betrag gemindert</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
</context>
<context>
    <name>Party</name>
    <message>
        <source>A customer needs a name.</source>
        <translation>Ein Kunde braucht einen Namen.</translation>
    </message>
    <message>
        <source>A supplier needs a name.</source>
        <translation>Ein Lieferant braucht einen Namen.</translation>
    </message>
    <message>
        <source>A discount lies between 0 and 100 percent.</source>
        <translation>Ein Rabatt liegt zwischen 0 und 100 Prozent.</translation>
    </message>
    <message>
        <source>Terms of payment lie between 0 and 3650 days.</source>
        <translation>Das Zahlungsziel liegt zwischen 0 und 3650 Tagen.</translation>
    </message>
    <message>
        <source>A credit limit cannot be negative.</source>
        <translation>Ein Kreditlimit kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>The code %1 belongs to %2 already.</source>
        <translation>Die Nummer %1 gehört schon %2.</translation>
    </message>
    <message>
        <source>There is no customer %1.</source>
        <translation>Es gibt keinen Kunden %1.</translation>
    </message>
    <message>
        <source>See: purserctl customer list</source>
        <translation>Siehe: purserctl customer list</translation>
    </message>
    <message>
        <source>There is no supplier %1.</source>
        <translation>Es gibt keinen Lieferanten %1.</translation>
    </message>
    <message>
        <source>See: purserctl supplier list</source>
        <translation>Siehe: purserctl supplier list</translation>
    </message>
    <message>
        <source>May buy</source>
        <translation>Darf kaufen</translation>
    </message>
    <message>
        <source>Credit hold</source>
        <translation>Kreditsperre</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Ausgesetzt</translation>
    </message>
</context>
<context>
    <name>PartyListPlace</name>
    <message>
        <source>Code</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>Lieferanten</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>New supplier</source>
        <translation>Neuer Lieferant</translation>
    </message>
    <message>
        <source>There is no customer yet. Web orders bring theirs with them.</source>
        <translation>Es gibt noch keinen Kunden. Webaufträge bringen ihre Kunden mit.</translation>
    </message>
    <message>
        <source>There is no supplier yet.</source>
        <translation>Es gibt noch keinen Lieferanten.</translation>
    </message>
    <message>
        <source>Held or suspended</source>
        <translation>Gesperrt oder ausgesetzt</translation>
    </message>
</context>
<context>
    <name>PartyPlace</name>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>New supplier</source>
        <translation>Neuer Lieferant</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Neuer Auftrag</translation>
    </message>
    <message>
        <source>Add address…</source>
        <translation>Adresse hinzufügen…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>given by itself</source>
        <translation>wird automatisch vergeben</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>USt-IdNr.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Pays within days</source>
        <translation>Zahlungsziel (Tage)</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Preisliste</translation>
    </message>
    <message>
        <source>Discount %</source>
        <translation>Rabatt %</translation>
    </message>
    <message>
        <source>Credit limit in %1</source>
        <translation>Kreditlimit in %1</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source>Owes</source>
        <translation>Schuldet uns</translation>
    </message>
    <message>
        <source>Is owed</source>
        <translation>Wir schulden</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>Street 2</source>
        <translation>Adresszusatz</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Country (two letters)</source>
        <translation>Land (zwei Buchstaben)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>Hauptadresse</translation>
    </message>
    <message>
        <source>Address %1</source>
        <translation>Adresse %1</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Open items</source>
        <translation>Offene Posten</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Another workstation changed this in the meantime; what you typed is still here.</source>
        <translation>Ein anderer Arbeitsplatz hat dies inzwischen geändert; Ihre Eingaben sind noch da.</translation>
    </message>
    <message>
        <source>Show what is stored</source>
        <translation>Gespeicherten Stand anzeigen</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Another address of %1</source>
        <translation>Weitere Adresse von %1</translation>
    </message>
    <message>
        <source>Add the address</source>
        <translation>Adresse hinzufügen</translation>
    </message>
    <message>
        <source>An address needs a street or a city.</source>
        <translation>Eine Adresse braucht eine Straße oder einen Ort.</translation>
    </message>
    <message>
        <source>Same customer?</source>
        <translation>Derselbe Kunde?</translation>
    </message>
    <message>
        <source>May buy</source>
        <translation>Darf kaufen</translation>
    </message>
</context>
<context>
    <name>Payment</name>
    <message>
        <source>A payment needs an amount above zero.</source>
        <translation>Eine Zahlung braucht einen Betrag über null.</translation>
    </message>
    <message>
        <source>This payment is booked already: %1.</source>
        <translation>Diese Zahlung ist schon gebucht: %1.</translation>
    </message>
    <message>
        <source>No account is chosen for “%1”.</source>
        <translation>Für „%1“ ist kein Konto festgelegt.</translation>
    </message>
    <message>
        <source>%1 is in %2.</source>
        <translation>%1 lautet auf %2.</translation>
    </message>
    <message>
        <source>Payment %1 received</source>
        <translation>Zahlungseingang %1</translation>
    </message>
    <message>
        <source>Only %1 stand to the customer&apos;s credit.</source>
        <translation>Der Kunde hat nur ein Guthaben von %1.</translation>
    </message>
    <message>
        <source>Make a credit note or a return first.</source>
        <translation>Erstellen Sie zuerst eine Gutschrift oder eine Retoure.</translation>
    </message>
    <message>
        <source>Refund %1</source>
        <translation>Erstattung %1</translation>
    </message>
    <message>
        <source>Only %1 are owed to this supplier.</source>
        <translation>Diesem Lieferanten schulden wir nur %1.</translation>
    </message>
    <message>
        <source>Payment %1 to supplier</source>
        <translation>Zahlung %1 an Lieferanten</translation>
    </message>
    <message>
        <source>The fees of a payout are in its own currency.</source>
        <translation>Die Gebühren einer Auszahlung lauten auf deren Währung.</translation>
    </message>
    <message>
        <source>A payout needs a gross amount above zero and fees within it.</source>
        <translation>Eine Auszahlung braucht einen Bruttobetrag über null und Gebühren, die ihn nicht übersteigen.</translation>
    </message>
    <message>
        <source>The payout %1 is booked already.</source>
        <translation>Die Auszahlung %1 ist schon gebucht.</translation>
    </message>
    <message>
        <source>Payout %1 %2</source>
        <translation>Auszahlung %1 %2</translation>
    </message>
</context>
<context>
    <name>Period</name>
    <message>
        <source>%1 lies in a closed period.</source>
        <translation>%1 liegt in einer abgeschlossenen Periode.</translation>
    </message>
    <message>
        <source>The earliest open day is %1.</source>
        <translation>Der früheste offene Tag ist der %1.</translation>
    </message>
    <message>
        <source>%1 is closed already.</source>
        <translation>%1 ist schon abgeschlossen.</translation>
    </message>
    <message>
        <source>%1 is open.</source>
        <translation>%1 ist offen.</translation>
    </message>
    <message>
        <source>%1 is locked for good.</source>
        <translation>%1 ist endgültig festgeschrieben.</translation>
    </message>
    <message>
        <source>Correct it by an entry in an open period.</source>
        <translation>Berichtigen Sie durch eine Buchung in einer offenen Periode.</translation>
    </message>
    <message>
        <source>Reopening a period needs a reason.</source>
        <translation>Zum Wiederöffnen einer Periode gehört ein Grund.</translation>
    </message>
    <message>
        <source>A later period than %1 is closed.</source>
        <translation>Eine spätere Periode als %1 ist abgeschlossen.</translation>
    </message>
    <message>
        <source>Reopen the later ones first.</source>
        <translation>Öffnen Sie zuerst die späteren wieder.</translation>
    </message>
    <message>
        <source>%1 must be closed before it is locked.</source>
        <translation>%1 muss abgeschlossen sein, bevor die Periode festgeschrieben wird.</translation>
    </message>
</context>
<context>
    <name>PickOrder</name>
    <message>
        <source>%1 has been cancelled: put the goods back.</source>
        <translation>%1 ist storniert: Legen Sie die Ware zurück.</translation>
    </message>
    <message>
        <source>%1 is on hold: %2</source>
        <translation>%1 ist zurückgestellt: %2</translation>
    </message>
    <message>
        <source>%1 is %2: there is nothing to pick or pack.</source>
        <translation>%1 hat den Status „%2“: Es ist nichts zu kommissionieren oder zu verpacken.</translation>
    </message>
    <message>
        <source>The order has no goods on line %1.</source>
        <translation>Der Auftrag hat in Position %1 keine Ware.</translation>
    </message>
    <message>
        <source>%1: %2 are left to pick, not %3.</source>
        <translation>%1: Noch %2 sind zu kommissionieren, nicht %3.</translation>
    </message>
    <message>
        <source>Nothing is allocated that is not picked already.</source>
        <translation>Nichts ist reserviert, das nicht schon kommissioniert wäre.</translation>
    </message>
    <message>
        <source>%1: %2 are left to pack, not %3.</source>
        <translation>%1: Noch %2 sind zu verpacken, nicht %3.</translation>
    </message>
    <message>
        <source>Nothing is picked that is not packed already.</source>
        <translation>Nichts ist kommissioniert, das nicht schon verpackt wäre.</translation>
    </message>
</context>
<context>
    <name>Postgres</name>
    <message>
        <source>The server&apos;s disk is full.</source>
        <translation>Die Festplatte des Servers ist voll.</translation>
    </message>
    <message>
        <source>The server rolled the transaction back.</source>
        <translation>Der Server hat die Transaktion zurückgerollt.</translation>
    </message>
    <message>
        <source>A password does not belong into the company&apos;s address, where other programs can read it. Use ~/.pgpass or PGPASSWORD.</source>
        <translation>Ein Passwort gehört nicht in die Adresse der Firma, wo andere Programme es lesen können. Verwenden Sie ~/.pgpass oder PGPASSWORD.</translation>
    </message>
    <message>
        <source>The company&apos;s server cannot be reached: %1</source>
        <translation>Der Server der Firma ist nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>The server went away.</source>
        <translation>Der Server ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The server went away before the work was saved.</source>
        <translation>Der Server fiel aus, bevor die Arbeit gespeichert war.</translation>
    </message>
    <message>
        <source>The server went away while saving and has not come back: look whether the work was saved before repeating it.</source>
        <translation>Der Server fiel beim Speichern aus und ist nicht wieder da: Prüfen Sie, ob die Arbeit gespeichert wurde, bevor Sie sie wiederholen.</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Opening balance</source>
        <translation>Eröffnungsbilanz</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>Wiederverkäufer</translation>
    </message>
    <message>
        <source>Large buyers</source>
        <translation>Großabnehmer</translation>
    </message>
    <message>
        <source>Opening stock</source>
        <translation>Anfangsbestand</translation>
    </message>
    <message>
        <source>Ordered twice by mistake</source>
        <translation>Versehentlich doppelt bestellt</translation>
    </message>
    <message>
        <source>Waits for the customer&apos;s word on the address</source>
        <translation>Adresse mit dem Kunden zu klären</translation>
    </message>
    <message>
        <source>Arrived broken</source>
        <translation>Beschädigt angekommen</translation>
    </message>
    <message>
        <source>Practice Coffee &amp; Tea</source>
        <translation>Übungsfirma Kaffee &amp; Tee</translation>
    </message>
</context>
<context>
    <name>PracticeStore</name>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Goods, %1</source>
        <translation>Waren, %1</translation>
    </message>
    <message>
        <source>Basket</source>
        <translation>Warenkorb</translation>
    </message>
    <message>
        <source>The basket is empty.</source>
        <translation>Der Warenkorb ist leer.</translation>
    </message>
    <message>
        <source>To the catalogue</source>
        <translation>Zum Katalog</translation>
    </message>
    <message>
        <source>Change quantities</source>
        <translation>Mengen ändern</translation>
    </message>
    <message>
        <source>To the check-out</source>
        <translation>Zur Kasse</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Deutschland</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Österreich</translation>
    </message>
    <message>
        <source>Canada, Quebec</source>
        <translation>Kanada, Québec</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Vereinigte Staaten</translation>
    </message>
    <message>
        <source>Card (paid at once)</source>
        <translation>Karte (sofort bezahlt)</translation>
    </message>
    <message>
        <source>Bank transfer (on hold until paid)</source>
        <translation>Überweisung (zurückgestellt bis zur Zahlung)</translation>
    </message>
    <message>
        <source>Cash on delivery</source>
        <translation>Nachnahme</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlungsart</translation>
    </message>
    <message>
        <source>Coupon (try: ten)</source>
        <translation>Gutschein (versuchen Sie: ten)</translation>
    </message>
    <message>
        <source>Note to the shop</source>
        <translation>Mitteilung an den Shop</translation>
    </message>
    <message>
        <source>Please fill in: %1.</source>
        <translation>Bitte ausfüllen: %1.</translation>
    </message>
    <message>
        <source>Check-out</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Your address</source>
        <translation>Ihre Adresse</translation>
    </message>
    <message>
        <source>Place the order (nothing is real)</source>
        <translation>Bestellung absenden (nichts ist echt)</translation>
    </message>
    <message>
        <source>already taken off: coupon</source>
        <translation>schon abgezogen: Gutschein</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Thank you, %1</source>
        <translation>Vielen Dank, %1</translation>
    </message>
    <message>
        <source>Order %1 is placed.</source>
        <translation>Die Bestellung %1 ist aufgegeben.</translation>
    </message>
    <message>
        <source>Amount before tax</source>
        <translation>Betrag vor Steuer</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message>
        <source>too many requests, try again in a second</source>
        <translation>zu viele Anfragen, in einer Sekunde erneut versuchen</translation>
    </message>
    <message>
        <source>too many requests, without saying when to try again</source>
        <translation>zu viele Anfragen, ohne zu sagen, wann es wieder geht</translation>
    </message>
    <message>
        <source>too many requests, try again in ten years</source>
        <translation>zu viele Anfragen, in zehn Jahren erneut versuchen</translation>
    </message>
    <message>
        <source>an error, nothing was done</source>
        <translation>ein Fehler, nichts ist geschehen</translation>
    </message>
    <message>
        <source>a maintenance page</source>
        <translation>eine Wartungsseite</translation>
    </message>
    <message>
        <source>a web page instead of an answer</source>
        <translation>eine Webseite statt einer Antwort</translation>
    </message>
    <message>
        <source>an empty answer</source>
        <translation>eine leere Antwort</translation>
    </message>
    <message>
        <source>the key is refused</source>
        <translation>der Schlüssel wird abgelehnt</translation>
    </message>
    <message>
        <source>the connection ends, nothing was done</source>
        <translation>die Verbindung endet, nichts ist geschehen</translation>
    </message>
    <message>
        <source>it was done, the answer is lost</source>
        <translation>es ist geschehen, die Antwort geht verloren</translation>
    </message>
    <message>
        <source>it was done, the answer is an error</source>
        <translation>es ist geschehen, die Antwort ist ein Fehler</translation>
    </message>
    <message>
        <source>a change that is answered as done, and is not</source>
        <translation>eine Änderung, die als erledigt gemeldet wird und es nicht ist</translation>
    </message>
    <message>
        <source>the answer ends in the middle</source>
        <translation>die Antwort endet mittendrin</translation>
    </message>
    <message>
        <source>the answer trickles for some seconds</source>
        <translation>die Antwort tröpfelt einige Sekunden lang</translation>
    </message>
    <message>
        <source>an answer of 70 MB</source>
        <translation>eine Antwort von 70 MB</translation>
    </message>
    <message>
        <source>a list shows an order twice</source>
        <translation>eine Liste zeigt einen Auftrag doppelt</translation>
    </message>
    <message>
        <source>an order changes between two pages of a list</source>
        <translation>ein Auftrag ändert sich zwischen zwei Seiten einer Liste</translation>
    </message>
    <message>
        <source>skew:SECONDS, how far the store&apos;s clock is ahead</source>
        <translation>skew:SEKUNDEN, wie weit die Uhr des Shops vorgeht</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a trouble that this store can play.</source>
        <translation>„%1“ ist keine Störung, die dieser Shop spielen kann.</translation>
    </message>
    <message>
        <source>Purser practice store — for rehearsal, nothing is real</source>
        <translation>Purser-Übungsshop – zum Üben, nichts ist echt</translation>
    </message>
    <message>
        <source>in stock</source>
        <translation>auf Lager</translation>
    </message>
    <message>
        <source>%1 in stock</source>
        <translation>%1 auf Lager</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>ausverkauft</translation>
    </message>
    <message>
        <source>with tax</source>
        <translation>inkl. Steuer</translation>
    </message>
    <message>
        <source>before tax</source>
        <translation>zzgl. Steuer</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>This page does not exist.</source>
        <translation>Diese Seite gibt es nicht.</translation>
    </message>
    <message>
        <source>This cannot be refunded: it is nothing, or more than is left.</source>
        <translation>Das kann nicht erstattet werden: Es ist nichts oder mehr, als übrig ist.</translation>
    </message>
    <message>
        <source>%1 to choose from</source>
        <translation>%1 zur Auswahl</translation>
    </message>
    <message>
        <source>Add to basket</source>
        <translation>In den Warenkorb</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Everything for coffee and tea</source>
        <translation>Alles für Kaffee und Tee</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Nicht möglich</translation>
    </message>
    <message>
        <source>%1 is not for sale.</source>
        <translation>%1 ist nicht zu kaufen.</translation>
    </message>
    <message>
        <source>Choose at least one of %1.</source>
        <translation>Wählen Sie mindestens eins von %1.</translation>
    </message>
    <message>
        <source>There are not enough of %1 left: %2.</source>
        <translation>Von %1 sind nicht genug da: %2.</translation>
    </message>
    <message>
        <source>There is no coupon %1.</source>
        <translation>Es gibt keinen Gutschein %1.</translation>
    </message>
    <message>
        <source>The store&apos;s file %1 cannot be used: %2</source>
        <translation>Die Datei %1 des Shops ist nicht verwendbar: %2</translation>
    </message>
</context>
<context>
    <name>Price</name>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>less %1 %</source>
        <translation>abzüglich %1 %</translation>
    </message>
    <message>
        <source>Price agreed with %1</source>
        <translation>Preis vereinbart mit %1</translation>
    </message>
    <message>
        <source>Price list %1</source>
        <translation>Preisliste %1</translation>
    </message>
    <message>
        <source>Base price</source>
        <translation>Grundpreis</translation>
    </message>
    <message>
        <source>%1 has no price in %2 on %3.</source>
        <translation>%1 hat am %3 keinen Preis in %2.</translation>
    </message>
    <message>
        <source>Enter one under Prices, or type the price on the line.</source>
        <translation>Erfassen Sie einen unter Preise, oder geben Sie den Preis in der Position ein.</translation>
    </message>
    <message>
        <source>A price cannot be negative.</source>
        <translation>Ein Preis kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>A price needs its currency.</source>
        <translation>Ein Preis braucht seine Währung.</translation>
    </message>
    <message>
        <source>A price holds from a quantity on that is not negative.</source>
        <translation>Ein Preis gilt ab einer Menge, die nicht negativ ist.</translation>
    </message>
    <message>
        <source>A price belongs to a list or to a customer, not to both.</source>
        <translation>Ein Preis gehört zu einer Liste oder zu einem Kunden, nicht zu beiden.</translation>
    </message>
    <message>
        <source>The price ends before it begins.</source>
        <translation>Der Preis endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>The list %1 keeps prices in %2, %3.</source>
        <translation>Die Liste %1 führt Preise in %2, %3.</translation>
    </message>
    <message>
        <source>with tax</source>
        <translation>inkl. Steuer</translation>
    </message>
    <message>
        <source>without tax</source>
        <translation>ohne Steuer</translation>
    </message>
    <message>
        <source>There is a price for this quantity from this day on already.</source>
        <translation>Für diese Menge gibt es ab diesem Tag schon einen Preis.</translation>
    </message>
    <message>
        <source>A price list needs a code and a name.</source>
        <translation>Eine Preisliste braucht ein Kürzel und einen Namen.</translation>
    </message>
    <message>
        <source>There is a price list %1 already.</source>
        <translation>Die Preisliste %1 gibt es schon.</translation>
    </message>
    <message>
        <source>%1 has prices: its currency and whether they are with tax must stay.</source>
        <translation>%1 enthält Preise: Die Währung und ob sie die Steuer enthalten, müssen bleiben.</translation>
    </message>
    <message>
        <source>Make a new list.</source>
        <translation>Legen Sie eine neue Liste an.</translation>
    </message>
    <message>
        <source>There is no price list %1.</source>
        <translation>Es gibt keine Preisliste %1.</translation>
    </message>
    <message>
        <source>See: purserctl price list</source>
        <translation>Siehe: purserctl price list</translation>
    </message>
</context>
<context>
    <name>PricePlace</name>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Set price…</source>
        <translation>Preis festlegen…</translation>
    </message>
    <message>
        <source>New price list…</source>
        <translation>Neue Preisliste…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>What would somebody pay today?</source>
        <translation>Was wäre heute zu zahlen?</translation>
    </message>
    <message>
        <source>SKU or barcode</source>
        <translation>Artikelnummer oder Barcode</translation>
    </message>
    <message>
        <source>Customer&apos;s code (empty: anybody)</source>
        <translation>Kundennummer (leer: beliebig)</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Preisliste</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikelnr.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>From quantity</source>
        <translation>Ab Menge</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>with tax</source>
        <translation>inkl. Steuer</translation>
    </message>
    <message>
        <source>without tax</source>
        <translation>ohne Steuer</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Base list</source>
        <translation>Grundpreisliste</translation>
    </message>
    <message>
        <source>Customers&apos; own prices</source>
        <translation>Kundenpreise</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>There is no product %1.</source>
        <translation>Es gibt keinen Artikel %1.</translation>
    </message>
    <message>
        <source>%1 %2 — %3</source>
        <translation>%1 %2 – %3</translation>
    </message>
    <message>
        <source>Set a price</source>
        <translation>Preis festlegen</translation>
    </message>
    <message>
        <source>Set the price</source>
        <translation>Preis festlegen</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>Preis je Einheit</translation>
    </message>
    <message>
        <source>Customer&apos;s code (empty: the list shown)</source>
        <translation>Kundennummer (leer: die angezeigte Liste)</translation>
    </message>
    <message>
        <source>“%1” is no price.</source>
        <translation>„%1“ ist kein Preis.</translation>
    </message>
    <message>
        <source>The price is set.</source>
        <translation>Der Preis ist festgelegt.</translation>
    </message>
    <message>
        <source>New price list</source>
        <translation>Neue Preisliste</translation>
    </message>
    <message>
        <source>Make the list</source>
        <translation>Liste anlegen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Prices are</source>
        <translation>Die Preise sind</translation>
    </message>
</context>
<context>
    <name>Product</name>
    <message>
        <source>A product needs a SKU.</source>
        <translation>Ein Artikel braucht eine Artikelnummer.</translation>
    </message>
    <message>
        <source>Product %1 needs a name.</source>
        <translation>Der Artikel %1 braucht einen Namen.</translation>
    </message>
    <message>
        <source>The weight of %1 cannot be negative.</source>
        <translation>Das Gewicht von %1 kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>There is no tax class “%1”.</source>
        <translation>Die Steuerklasse „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The SKU %1 belongs to “%2” already.</source>
        <translation>Die Artikelnummer %1 gehört schon zu „%2“.</translation>
    </message>
    <message>
        <source>The barcode %1 belongs to %2 already.</source>
        <translation>Der Barcode %1 gehört schon zu %2.</translation>
    </message>
    <message>
        <source>There is no product with SKU %1.</source>
        <translation>Es gibt keinen Artikel mit der Nummer %1.</translation>
    </message>
    <message>
        <source>See: purserctl product list</source>
        <translation>Siehe: purserctl product list</translation>
    </message>
    <message>
        <source>The picture %1 is larger than 10 MB.</source>
        <translation>Das Bild %1 ist größer als 10 MB.</translation>
    </message>
    <message>
        <source>%1 is no PNG, JPEG, WebP or GIF picture.</source>
        <translation>%1 ist kein Bild im Format PNG, JPEG, WebP oder GIF.</translation>
    </message>
    <message>
        <source>There is no picture at position %1.</source>
        <translation>An Position %1 gibt es kein Bild.</translation>
    </message>
</context>
<context>
    <name>ProductListPlace</name>
    <message>
        <source>SKU</source>
        <translation>Artikelnr.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Allocated</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Nicht vorrätig</translation>
    </message>
    <message>
        <source>Not sold at present</source>
        <translation>Zurzeit nicht im Verkauf</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Neuer Artikel</translation>
    </message>
    <message>
        <source>There is no product yet. A file of them is read by: purserctl product import FILE.csv</source>
        <translation>Es gibt noch keinen Artikel. Eine Datei mit Artikeln liest ein: purserctl product import DATEI.csv</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Warengruppen</translation>
    </message>
</context>
<context>
    <name>ProductPlace</name>
    <message>
        <source>New product</source>
        <translation>Neuer Artikel</translation>
    </message>
    <message>
        <source>Receive goods…</source>
        <translation>Wareneingang…</translation>
    </message>
    <message>
        <source>Count…</source>
        <translation>Zählen…</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Umlagern…</translation>
    </message>
    <message>
        <source>Set price…</source>
        <translation>Preis festlegen…</translation>
    </message>
    <message>
        <source>Add picture…</source>
        <translation>Bild hinzufügen…</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikelnr.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Weight in kg</source>
        <translation>Gewicht in kg</translation>
    </message>
    <message>
        <source>Tax class</source>
        <translation>Steuerklasse</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Warengruppe</translation>
    </message>
    <message>
        <source>Kept in stock</source>
        <translation>Lagerartikel</translation>
    </message>
    <message>
        <source>Sold at present</source>
        <translation>Zurzeit im Verkauf</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Delete removes a picture</source>
        <translation>Entf entfernt ein Bild</translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation>Bild entfernen</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Lagerplatz</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Allocated</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>From quantity</source>
        <translation>Ab Menge</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>with tax</source>
        <translation>inkl. Steuer</translation>
    </message>
    <message>
        <source>without tax</source>
        <translation>ohne Steuer</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Stock by location</source>
        <translation>Bestand nach Lagerplatz</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Bewegungen</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Remove price</source>
        <translation>Preis entfernen</translation>
    </message>
    <message>
        <source>Everybody (base list)</source>
        <translation>Alle (Grundpreisliste)</translation>
    </message>
    <message>
        <source>This was changed in the meantime; what you typed is still here.</source>
        <translation>Dies wurde inzwischen geändert; Ihre Eingaben sind noch da.</translation>
    </message>
    <message>
        <source>Show what is stored</source>
        <translation>Gespeicherten Stand anzeigen</translation>
    </message>
    <message>
        <source>%1 on hand, %2 allocated, %3 available
Average cost: %4</source>
        <translation>Bestand %1, reserviert %2, verfügbar %3
Durchschnittlicher Einstandspreis: %4</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>“%1” is no quantity.</source>
        <translation>„%1“ ist keine Menge.</translation>
    </message>
    <message>
        <source>%1 (%2 on hand)</source>
        <translation>%1 (Bestand %2)</translation>
    </message>
    <message>
        <source>Receive %1</source>
        <translation>Wareneingang: %1</translation>
    </message>
    <message>
        <source>Receive and post</source>
        <translation>Einbuchen</translation>
    </message>
    <message>
        <source>Cost of one (empty: the average)</source>
        <translation>Einstandspreis je Einheit (leer: Durchschnitt)</translation>
    </message>
    <message>
        <source>“%1” is no cost.</source>
        <translation>„%1“ ist kein Einstandspreis.</translation>
    </message>
    <message>
        <source>%1 received and posted.</source>
        <translation>%1 eingegangen und gebucht.</translation>
    </message>
    <message>
        <source>Count %1</source>
        <translation>Zählung: %1</translation>
    </message>
    <message>
        <source>Post the difference</source>
        <translation>Differenz buchen</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>The count is posted.</source>
        <translation>Die Zählung ist gebucht.</translation>
    </message>
    <message>
        <source>Transfer %1</source>
        <translation>Umlagerung: %1</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Umlagern</translation>
    </message>
    <message>
        <source>Transferred.</source>
        <translation>Umgelagert.</translation>
    </message>
    <message>
        <source>Price of %1</source>
        <translation>Preis von %1</translation>
    </message>
    <message>
        <source>Set the price</source>
        <translation>Preis festlegen</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>Preis je Einheit</translation>
    </message>
    <message>
        <source>“%1” is no price.</source>
        <translation>„%1“ ist kein Preis.</translation>
    </message>
    <message>
        <source>The price is set.</source>
        <translation>Der Preis ist festgelegt.</translation>
    </message>
    <message>
        <source>The price is removed.</source>
        <translation>Der Preis ist entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The price is back.</source>
        <translation>Der Preis ist wieder da.</translation>
    </message>
    <message>
        <source>Add picture</source>
        <translation>Bild hinzufügen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp *.gif)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The picture is kept.</source>
        <translation>Das Bild ist gespeichert.</translation>
    </message>
    <message>
        <source>The picture %1 is removed.</source>
        <translation>Das Bild %1 ist entfernt.</translation>
    </message>
    <message>
        <source>The picture is back.</source>
        <translation>Das Bild ist wieder da.</translation>
    </message>
    <message>
        <source>In one kit</source>
        <translation>In einem Set</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Remove component</source>
        <translation>Teil entfernen</translation>
    </message>
    <message>
        <source>Component of %1</source>
        <translation>Teil von %1</translation>
    </message>
    <message>
        <source>Set the component</source>
        <translation>Teil festlegen</translation>
    </message>
    <message>
        <source>There is no product %1.</source>
        <translation>Es gibt keinen Artikel %1.</translation>
    </message>
    <message>
        <source>%1 is sold as a kit of its components.</source>
        <translation>%1 wird als Set seiner Teile verkauft.</translation>
    </message>
    <message>
        <source>%1 is removed from the kit.</source>
        <translation>%1 ist aus dem Set entfernt.</translation>
    </message>
    <message>
        <source>The component is back.</source>
        <translation>Das Teil ist wieder da.</translation>
    </message>
    <message>
        <source>Set component…</source>
        <translation>Teil festlegen…</translation>
    </message>
</context>
<context>
    <name>Pull</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>The shop&apos;s orders kept changing while they were read. The next run reads them again.</source>
        <translation>Die Aufträge des Shops änderten sich während des Lesens immer wieder. Der nächste Lauf liest sie erneut.</translation>
    </message>
</context>
<context>
    <name>Push</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The shop did not answer for this item.</source>
        <translation>Der Shop hat zu diesem Eintrag nicht geantwortet.</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>versandt</translation>
    </message>
    <message>
        <source>The shop names none of the products that it had: nothing new is made there.</source>
        <translation>Der Shop nennt keinen der Artikel, die er hatte: Dort wird nichts neu angelegt.</translation>
    </message>
    <message>
        <source>Less than a whole pack or kit: told with the shipment that completes it.</source>
        <translation>Weniger als ein ganzes Gebinde oder Set: wird mit der Lieferung gemeldet, die es vollständig macht.</translation>
    </message>
    <message>
        <source>The shop has this SKU more than once.</source>
        <translation>Der Shop hat diese SKU mehrmals.</translation>
    </message>
</context>
<context>
    <name>PushField</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Barcode, weight, tax class</source>
        <translation>Barcode, Gewicht, Steuerklasse</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>New products</source>
        <translation>Neue Artikel</translation>
    </message>
    <message>
        <source>Shipments</source>
        <translation>Lieferungen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
</context>
<context>
    <name>PushGuard</name>
    <message>
        <source>The limits of the guard must be positive.</source>
        <translation>Die Grenzwerte des Wächters müssen über null liegen.</translation>
    </message>
    <message>
        <source>The price falls by more than %1 %.</source>
        <translation>Der Preis sinkt um mehr als %1 %.</translation>
    </message>
    <message>
        <source>The price rises by more than %1 %.</source>
        <translation>Der Preis steigt um mehr als %1 %.</translation>
    </message>
    <message>
        <source>The stock of %1 products would go to zero at once, without orders for them.</source>
        <translation>Der Bestand von %1 Artikeln fiele auf einmal auf null, ohne Aufträge dafür.</translation>
    </message>
    <message>
        <source>%1 of %2 would change at once.</source>
        <translation>%1 von %2 würden sich auf einmal ändern.</translation>
    </message>
</context>
<context>
    <name>PushJournal</name>
    <message>
        <source>There is no push %1 of this channel.</source>
        <translation>Dieser Kanal hat keine Übertragung %1.</translation>
    </message>
    <message>
        <source>See: purserctl sync history NAME</source>
        <translation>Siehe: purserctl sync history NAME</translation>
    </message>
</context>
<context>
    <name>PushPlace</name>
    <message>
        <source>Pushes</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Alle Felder</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Push now</source>
        <translation>Jetzt übertragen</translation>
    </message>
    <message>
        <source>Agree to the row and push</source>
        <translation>Zeile genehmigen und übertragen</translation>
    </message>
    <message>
        <source>Agree to all and push</source>
        <translation>Alles genehmigen und übertragen</translation>
    </message>
    <message>
        <source>Undo this push</source>
        <translation>Übertragung zurücknehmen</translation>
    </message>
    <message>
        <source>Hold the row back…</source>
        <translation>Zeile zurückhalten…</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Who looks after what…</source>
        <translation>Wer pflegt was…</translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation>Grenzwerte…</translation>
    </message>
    <message>
        <source>Stock for this channel…</source>
        <translation>Bestand für diesen Kanal…</translation>
    </message>
    <message>
        <source>Stock of this product for this channel…</source>
        <translation>Bestand dieses Artikels für diesen Kanal…</translation>
    </message>
    <message>
        <source>Why this stock</source>
        <translation>Warum dieser Bestand</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikelnr.</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>Gets</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>Undo of push %1</source>
        <translation>Rücknahme der Übertragung %1</translation>
    </message>
    <message>
        <source>Found in the shop</source>
        <translation>Im Shop vorgefunden</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht erfolgt</translation>
    </message>
    <message>
        <source>Undone by</source>
        <translation>Zurückgenommen durch</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>The shop says</source>
        <translation>Der Shop meldet</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Would get</source>
        <translation>Neu wäre</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Zurückgehalten von</translation>
    </message>
    <message>
        <source>the guard</source>
        <translation>Wächter</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Zeigt</translation>
    </message>
    <message>
        <source>Should show</source>
        <translation>Soll zeigen</translation>
    </message>
    <message>
        <source>Could be oversold</source>
        <translation>Möglicher Überverkauf</translation>
    </message>
    <message>
        <source>Sold elsewhere</source>
        <translation>Anderswo verkauft</translation>
    </message>
    <message>
        <source>Told last</source>
        <translation>Zuletzt gemeldet</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Nothing compared yet, or nothing differs. “Compare” shows what a push would change.</source>
        <translation>Noch nichts verglichen, oder keine Unterschiede. „Vergleichen“ zeigt, was eine Übertragung ändern würde.</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Discrepancy</source>
        <translation>Abweichungen</translation>
    </message>
    <message>
        <source>Changes of this push</source>
        <translation>Änderungen dieser Übertragung</translation>
    </message>
    <message>
        <source>Held back (%1)</source>
        <translation>Zurückgehalten (%1)</translation>
    </message>
    <message>
        <source>Discrepancy (%1)</source>
        <translation>Abweichungen (%1)</translation>
    </message>
    <message>
        <source>No channel is set up yet. Add one under Channels.</source>
        <translation>Noch ist kein Kanal eingerichtet. Fügen Sie unter Kanäle einen hinzu.</translation>
    </message>
    <message>
        <source>Copied: %1 rows.</source>
        <translation>Kopierte Zeilen: %1.</translation>
    </message>
    <message>
        <source>%1 compared, %2 differences, %3 held back. Nothing was sent.</source>
        <translation>%1 verglichen, %2 Unterschiede, %3 zurückgehalten. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>%1 compared, %2 sent: %3 accepted, %4 refused, %5 held back.</source>
        <translation>%1 verglichen, %2 gesendet: %3 angenommen, %4 abgelehnt, %5 zurückgehalten.</translation>
    </message>
    <message>
        <source>%1 new orders taken in before.</source>
        <translation>Vorher neu übernommene Aufträge: %1.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message>
        <source>Pushing…</source>
        <translation>Wird übertragen…</translation>
    </message>
    <message>
        <source>Choose a row that is held back.</source>
        <translation>Wählen Sie eine zurückgehaltene Zeile.</translation>
    </message>
    <message>
        <source>Choose the row that shall not be sent.</source>
        <translation>Wählen Sie die Zeile, die nicht gesendet werden soll.</translation>
    </message>
    <message>
        <source>Leave alone until it is released</source>
        <translation>Bis zur Freigabe nicht senden</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>Zurückhalten</translation>
    </message>
    <message>
        <source>Held back: %1 rows.</source>
        <translation>Zurückgehaltene Zeilen: %1.</translation>
    </message>
    <message>
        <source>Choose the row to release.</source>
        <translation>Wählen Sie die Zeile, die freigegeben werden soll.</translation>
    </message>
    <message>
        <source>Released: the next push sends it.</source>
        <translation>Freigegeben: Die nächste Übertragung sendet es.</translation>
    </message>
    <message>
        <source>Choose the push to undo. Prices and texts are set back and held back from then on; stock never is.</source>
        <translation>Wählen Sie die Übertragung, die zurückgenommen werden soll. Preise und Texte werden zurückgesetzt und von da an zurückgehalten, Bestände nie.</translation>
    </message>
    <message>
        <source>Undoing…</source>
        <translation>Wird zurückgenommen…</translation>
    </message>
    <message>
        <source>Who looks after what on %1</source>
        <translation>Wer pflegt was auf %1</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Purser: sent to the shop</source>
        <translation>Purser: wird an den Shop gesendet</translation>
    </message>
    <message>
        <source>Purser: taken in from the shop</source>
        <translation>Purser: wird aus dem Shop übernommen</translation>
    </message>
    <message>
        <source>The shop: never sent</source>
        <translation>Der Shop: wird nie gesendet</translation>
    </message>
    <message>
        <source>The shop: not taken in</source>
        <translation>Der Shop: wird nicht übernommen</translation>
    </message>
    <message>
        <source>Stored.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>When a push waits for a person on %1</source>
        <translation>Wann eine Übertragung zu %1 auf eine Genehmigung wartet</translation>
    </message>
    <message>
        <source>One price changes by more than (%)</source>
        <translation>Ein Preis ändert sich um mehr als (%)</translation>
    </message>
    <message>
        <source>More than this share changes at once (%)</source>
        <translation>Auf einmal ändert sich ein größerer Anteil als (%)</translation>
    </message>
    <message>
        <source>and more rows than</source>
        <translation>und mehr Zeilen als</translation>
    </message>
    <message>
        <source>The limits are figures such as 50.</source>
        <translation>Grenzwerte sind Zahlen wie 50.</translation>
    </message>
    <message>
        <source>Stock that %1 may offer</source>
        <translation>Bestand, den %1 anbieten darf</translation>
    </message>
    <message>
        <source>Held back of each product</source>
        <translation>Sicherheitsbestand je Artikel</translation>
    </message>
    <message>
        <source>Most of each product</source>
        <translation>Höchstmenge je Artikel</translation>
    </message>
    <message>
        <source>Most of what is free (%)</source>
        <translation>Höchstens vom freien Bestand (%)</translation>
    </message>
    <message>
        <source>The last units, for this channel alone</source>
        <translation>Letzte Stücke, nur für diesen Kanal</translation>
    </message>
    <message>
        <source>Warehouses (codes; empty: all)</source>
        <translation>Lager (Bezeichnungen; leer: alle)</translation>
    </message>
    <message>
        <source>“%1” is no quantity.</source>
        <translation>„%1“ ist keine Menge.</translation>
    </message>
    <message>
        <source>“%1” is no percentage.</source>
        <translation>„%1“ ist kein Prozentsatz.</translation>
    </message>
    <message>
        <source>Buffer and last units are quantities; 0 for none.</source>
        <translation>Sicherheitsbestand und letzte Stücke sind Mengen; 0 für keine.</translation>
    </message>
    <message>
        <source>%1 on hand</source>
        <translation>Bestand %1</translation>
    </message>
    <message>
        <source>allocated</source>
        <translation>reserviert</translation>
    </message>
    <message>
        <source>waited for</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>buffer</source>
        <translation>Sicherheitsbestand</translation>
    </message>
    <message>
        <source>last units for %1</source>
        <translation>letzte Stücke für %1</translation>
    </message>
    <message>
        <source>; at most %1</source>
        <translation>; höchstens %1</translation>
    </message>
    <message>
        <source>; at most %1 % of what is free</source>
        <translation>; höchstens %1 % des freien Bestands</translation>
    </message>
    <message>
        <source>; in packs of %1</source>
        <translation>; in Packungen zu %1</translation>
    </message>
    <message>
        <source>; not for sale any more</source>
        <translation>; nicht mehr im Verkauf</translation>
    </message>
    <message>
        <source>Choose a row first.</source>
        <translation>Wählen Sie zuerst eine Zeile.</translation>
    </message>
    <message>
        <source>%1: %2. Offered: %3.</source>
        <translation>%1: %2. Angeboten: %3.</translation>
    </message>
    <message>
        <source>Stock of %1 that %2 may offer</source>
        <translation>Bestand von %1, den %2 anbieten darf</translation>
    </message>
    <message>
        <source>Held back (empty: as the channel)</source>
        <translation>Sicherheitsbestand (leer: wie der Kanal)</translation>
    </message>
    <message>
        <source>At most (empty: as the channel)</source>
        <translation>Höchstmenge (leer: wie der Kanal)</translation>
    </message>
    <message>
        <source>Most of what is free, % (empty: as the channel)</source>
        <translation>Höchstens vom freien Bestand, % (leer: wie der Kanal)</translation>
    </message>
    <message>
        <source>Units in one of what the shop sells</source>
        <translation>Einheiten je Stück, das der Shop verkauft</translation>
    </message>
    <message>
        <source>A pack holds a whole number of units.</source>
        <translation>Eine Packung enthält eine ganze Zahl von Einheiten.</translation>
    </message>
    <message>
        <source>%1 x %2 for %3</source>
        <translation>%1 x %2 für %3</translation>
    </message>
    <message>
        <source>Stopped. What was sent so far stands below; the next push sends the rest.</source>
        <translation>Angehalten. Was schon gesendet wurde, steht unten; die nächste Übertragung sendet den Rest.</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What you typed here is not done yet. Close once more to give it up.</source>
        <translation>Ihre Eingaben sind noch nicht ausgeführt. Schließen Sie noch einmal, um sie zu verwerfen.</translation>
    </message>
</context>
<context>
    <name>ReduceOrder</name>
    <message>
        <source>%1 has no line %2.</source>
        <translation>%1 hat keine Position %2.</translation>
    </message>
    <message>
        <source>Line %1 of %2 is invoiced.</source>
        <translation>Position %1 von %2 ist berechnet.</translation>
    </message>
    <message>
        <source>Make a credit note instead.</source>
        <translation>Erstellen Sie stattdessen eine Gutschrift.</translation>
    </message>
    <message>
        <source>Line %1 of %2 holds %3 only.</source>
        <translation>Position %1 von %2 umfasst nur %3.</translation>
    </message>
    <message>
        <source>Nothing of %1 is left that could be reduced.</source>
        <translation>An %1 ist nichts mehr, das gemindert werden könnte.</translation>
    </message>
</context>
<context>
    <name>Refund</name>
    <message>
        <source>Refunded by %1</source>
        <translation>Erstattet durch %1</translation>
    </message>
    <message>
        <source>a refund speaks of a line that the order does not have</source>
        <translation>eine Erstattung nennt eine Position, die der Auftrag nicht hat</translation>
    </message>
    <message>
        <source>%1 paid out here, %2 in the shop</source>
        <translation>%1 hier ausgezahlt, %2 im Shop</translation>
    </message>
    <message>
        <source>%1 credited here, %2 given back in the shop</source>
        <translation>%1 hier gutgeschrieben, %2 im Shop zurückgegeben</translation>
    </message>
    <message>
        <source>%1: %2 credited here, %3 in the shop</source>
        <translation>%1: %2 hier gutgeschrieben, %3 im Shop</translation>
    </message>
    <message>
        <source>%1: %2 taken back here, %3 in the shop</source>
        <translation>%1: %2 hier zurückgenommen, %3 im Shop</translation>
    </message>
    <message>
        <source>The refund of %1 on %2 is booked, but does not agree with what was booked here before: %3.</source>
        <translation>Die Erstattung von %1 am %2 ist gebucht, stimmt aber nicht mit dem überein, was hier vorher gebucht war: %3.</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>Journal</source>
        <translation>Buchungsjournal</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <translation>%1 bis %2, %3</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Buchungstext</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Geschäftspartner</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Haben</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Direktverkauf</translation>
    </message>
    <message>
        <source>Trial balance</source>
        <translation>Summen- und Saldenliste</translation>
    </message>
    <message>
        <source>As of %1, %2</source>
        <translation>Stichtag %1, %2</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Saldo</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Aktiva</translation>
    </message>
    <message>
        <source>Liabilities</source>
        <translation>Verbindlichkeiten</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>Eigenkapital</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Erträge</translation>
    </message>
    <message>
        <source>Expenses</source>
        <translation>Aufwendungen</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Balance sheet</source>
        <translation>Bilanz</translation>
    </message>
    <message>
        <source>Profit not yet carried forward</source>
        <translation>Noch nicht vorgetragenes Ergebnis</translation>
    </message>
    <message>
        <source>Profit and loss</source>
        <translation>Gewinn- und Verlustrechnung</translation>
    </message>
    <message>
        <source>Profit</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Ageing</source>
        <translation>Offene Posten nach Fälligkeit</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Not due</source>
        <translation>Nicht fällig</translation>
    </message>
    <message>
        <source>1–30 days</source>
        <translation>1–30 Tage</translation>
    </message>
    <message>
        <source>31–60 days</source>
        <translation>31–60 Tage</translation>
    </message>
    <message>
        <source>61–90 days</source>
        <translation>61–90 Tage</translation>
    </message>
    <message>
        <source>Over 90 days</source>
        <translation>Über 90 Tage</translation>
    </message>
    <message>
        <source>Stock value</source>
        <translation>Lagerwert</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikelnr.</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>ReturnOrder</name>
    <message>
        <source>A return needs at least one line.</source>
        <translation>Eine Retoure braucht mindestens eine Position.</translation>
    </message>
    <message>
        <source>%1 has no goods on line %2.</source>
        <translation>%1 hat in Position %2 keine Ware.</translation>
    </message>
    <message>
        <source>%1: %2 were shipped and not returned yet, not %3.</source>
        <translation>%1: Versandt und noch nicht zurückgenommen sind %2, nicht %3.</translation>
    </message>
    <message>
        <source>%1 is on the return twice with the same decision.</source>
        <translation>%1 steht zweimal mit derselben Entscheidung auf der Retoure.</translation>
    </message>
    <message>
        <source>Return %1 of %2</source>
        <translation>Retoure %1 zu %2</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <source>%1 is being run by %2.</source>
        <translation>%1 wird gerade von %2 abgeglichen.</translation>
    </message>
    <message>
        <source>Wait until that run is finished.</source>
        <translation>Warten Sie, bis dieser Lauf beendet ist.</translation>
    </message>
    <message>
        <source>Look whether the shop&apos;s address is right and the network is up.</source>
        <translation>Prüfen Sie, ob die Adresse des Shops stimmt und das Netzwerk verfügbar ist.</translation>
    </message>
    <message>
        <source>The answer was lost. The next run finds out what was done.</source>
        <translation>Die Antwort ging verloren. Der nächste Lauf stellt fest, was geschehen ist.</translation>
    </message>
    <message>
        <source>The shop asks to wait %1 seconds.</source>
        <translation>Der Shop bittet, %1 Sekunden zu warten.</translation>
    </message>
    <message>
        <source>The shop asks to wait. The next run tries again.</source>
        <translation>Der Shop bittet zu warten. Der nächste Lauf versucht es erneut.</translation>
    </message>
    <message>
        <source>The shop answered with something that is no answer. The next run tries again.</source>
        <translation>Der Shop antwortete mit etwas, das keine Antwort ist. Der nächste Lauf versucht es erneut.</translation>
    </message>
    <message>
        <source>Look whether the keys are right and may read and write.</source>
        <translation>Prüfen Sie, ob die Schlüssel stimmen und lesen und schreiben dürfen.</translation>
    </message>
    <message>
        <source>What was done before stays done.</source>
        <translation>Was vorher geschehen ist, bleibt bestehen.</translation>
    </message>
    <message>
        <source>The run was interrupted, and another one takes over.</source>
        <translation>Der Lauf wurde unterbrochen, ein anderer übernimmt.</translation>
    </message>
</context>
<context>
    <name>Runner</name>
    <message>
        <source>orders: %1 seen, %2 new, %3 changed, %4 exceptions</source>
        <translation>Aufträge: %1 gesehen, %2 neu, %3 geändert, %4 Klärfälle</translation>
    </message>
    <message>
        <source>out: %1 sent, %2 accepted, %3 refused, %4 held</source>
        <translation>Übertragung: %1 gesendet, %2 angenommen, %3 abgelehnt, %4 zurückgehalten</translation>
    </message>
</context>
<context>
    <name>SalesOrder</name>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Picking</source>
        <translation>In Kommissionierung</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>Verpackt</translation>
    </message>
    <message>
        <source>Partly shipped</source>
        <translation>Teilweise versandt</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Versandt</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>There is no order %1.</source>
        <translation>Es gibt keinen Auftrag %1.</translation>
    </message>
    <message>
        <source>See: purserctl order list</source>
        <translation>Siehe: purserctl order list</translation>
    </message>
</context>
<context>
    <name>SameCustomers</name>
    <message>
        <source>Code</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>merged into this customer</source>
        <translation>mit diesem Kunden zusammengeführt</translation>
    </message>
    <message>
        <source>Same customer?</source>
        <translation>Derselbe Kunde?</translation>
    </message>
    <message>
        <source>No other customer looks like this one.</source>
        <translation>Kein anderer Kunde sieht aus wie dieser.</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>Wieder trennen</translation>
    </message>
    <message>
        <source>Merge into this customer</source>
        <translation>Mit diesem Kunden zusammenführen</translation>
    </message>
    <message>
        <source>%1 is a customer of its own again.</source>
        <translation>%1 ist wieder ein eigener Kunde.</translation>
    </message>
    <message>
        <source>%1 stands for this customer now. It can be taken apart again.</source>
        <translation>%1 steht jetzt für diesen Kunden. Die beiden lassen sich wieder trennen.</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>Orders in</source>
        <translation>Aufträge abrufen</translation>
    </message>
    <message>
        <source>Stock out</source>
        <translation>Bestände übertragen</translation>
    </message>
    <message>
        <source>Prices out</source>
        <translation>Preise übertragen</translation>
    </message>
    <message>
        <source>Products out</source>
        <translation>Artikel übertragen</translation>
    </message>
    <message>
        <source>Shipments out</source>
        <translation>Lieferungen melden</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>At times of the day</source>
        <translation>Zu festen Uhrzeiten</translation>
    </message>
    <message>
        <source>Every few minutes</source>
        <translation>Alle paar Minuten</translation>
    </message>
    <message>
        <source>As soon as something changes</source>
        <translation>Sobald sich etwas ändert</translation>
    </message>
    <message>
        <source>Every %1 minutes is not possible: it is 1 to 1440.</source>
        <translation>Alle %1 Minuten ist nicht möglich: Es sind 1 bis 1440.</translation>
    </message>
    <message>
        <source>“%1” are no times of the day.</source>
        <translation>„%1“ sind keine Uhrzeiten.</translation>
    </message>
    <message>
        <source>Write them as 07:30,12:00.</source>
        <translation>Schreiben Sie sie wie 07:30,12:00.</translation>
    </message>
    <message>
        <source>It needs at least one day of the week.</source>
        <translation>Mindestens ein Wochentag ist nötig.</translation>
    </message>
    <message>
        <source>These hours are none: from %1 to %2.</source>
        <translation>Das ist kein Zeitraum: von %1 bis %2.</translation>
    </message>
    <message>
        <source>A reminder comes after at least one hour.</source>
        <translation>Eine Erinnerung kommt frühestens nach einer Stunde.</translation>
    </message>
    <message>
        <source>%1: not done for %2 hours.</source>
        <translation>%1: seit %2 Stunden nicht erledigt.</translation>
    </message>
    <message>
        <source>%1: never done yet.</source>
        <translation>%1: noch nie erledigt.</translation>
    </message>
    <message>
        <source>%1: due since %2 minutes, and nobody does it.</source>
        <translation>%1: seit %2 Minuten fällig, und niemand erledigt es.</translation>
    </message>
    <message>
        <source>“%1” are no days of the week.</source>
        <translation>„%1“ sind keine Wochentage.</translation>
    </message>
    <message>
        <source>Write them as %1.</source>
        <translation>Man schreibt sie so: %1.</translation>
    </message>
    <message numerus="yes">
        <source>By hand, with a reminder after %n hour(s)</source>
        <translation>
            <numerusform>Von Hand, mit Erinnerung nach %n Stunde</numerusform>
            <numerusform>Von Hand, mit Erinnerung nach %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Um %1</translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Im Abstand von %n Minute</numerusform>
            <numerusform>Im Abstand von %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At once, and every %n minute(s)</source>
        <translation>
            <numerusform>Sofort, und im Abstand von %n Minute</numerusform>
            <numerusform>Sofort, und im Abstand von %n Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchedulePanel</name>
    <message>
        <source>Work</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächstes Mal</translation>
    </message>
    <message>
        <source>Last done</source>
        <translation>Zuletzt erledigt</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Set the schedule</source>
        <translation>Zeitplan festlegen</translation>
    </message>
    <message>
        <source>Every … minutes (1 to 1440)</source>
        <translation>Alle … Minuten (1 bis 1440)</translation>
    </message>
    <message>
        <source>Times of the day (07:30,12:00)</source>
        <translation>Uhrzeiten (07:30,12:00)</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Remind when not done for … hours (0: never)</source>
        <translation>Erinnern, wenn … Stunden nicht erledigt (0: nie)</translation>
    </message>
    <message>
        <source>Minutes and hours are whole numbers.</source>
        <translation>Minuten und Stunden sind ganze Zahlen.</translation>
    </message>
    <message>
        <source>Write hours as 08:00.</source>
        <translation>Schreiben Sie Uhrzeiten wie 08:00.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>Jetzt ausführen</translation>
    </message>
</context>
<context>
    <name>Seal</name>
    <message>
        <source>The seal %1 could not be written.</source>
        <translation>Das Siegel %1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The seal %1 has been changed by another hand.</source>
        <translation>Das Siegel %1 wurde von fremder Hand geändert.</translation>
    </message>
    <message>
        <source>The seal %1 cannot be read.</source>
        <translation>Das Siegel %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The seal %1 belongs to another company.</source>
        <translation>Das Siegel %1 gehört zu einer anderen Firma.</translation>
    </message>
</context>
<context>
    <name>Secrets</name>
    <message>
        <source>The key file %1 cannot be used: %2</source>
        <translation>Die Schlüsseldatei %1 ist nicht verwendbar: %2</translation>
    </message>
    <message>
        <source>The key that opens this company&apos;s channel secrets is not on this machine: %1</source>
        <translation>Der Schlüssel zu den Kanalgeheimnissen dieser Firma ist nicht auf diesem Rechner: %1</translation>
    </message>
    <message>
        <source>Copy the key file from the machine that set the channel up, or enter the channel&apos;s keys again.</source>
        <translation>Kopieren Sie die Schlüsseldatei von dem Rechner, der den Kanal eingerichtet hat, oder geben Sie die Schlüssel des Kanals neu ein.</translation>
    </message>
    <message>
        <source>Others on this machine can read the key file %1.</source>
        <translation>Andere auf diesem Rechner können die Schlüsseldatei %1 lesen.</translation>
    </message>
    <message>
        <source>Take their rights away (chmod 600), and if they are not to be trusted, change the keys in the shop.</source>
        <translation>Nehmen Sie ihnen das Leserecht (chmod 600), und ändern Sie die Schlüssel im Shop, wenn jenen nicht zu trauen ist.</translation>
    </message>
    <message>
        <source>%1 is not a key file.</source>
        <translation>%1 ist keine Schlüsseldatei.</translation>
    </message>
    <message>
        <source>Restore it from a backup, or enter the channel&apos;s keys again.</source>
        <translation>Stellen Sie sie aus einer Sicherung wieder her, oder geben Sie die Schlüssel des Kanals neu ein.</translation>
    </message>
    <message>
        <source>This machine has no source of randomness.</source>
        <translation>Dieser Rechner hat keine Zufallsquelle.</translation>
    </message>
    <message>
        <source>This company has no usable identity.</source>
        <translation>Diese Firma hat keine brauchbare Kennung.</translation>
    </message>
    <message>
        <source>The stored keys of channel %1 cannot be opened: they were changed.</source>
        <translation>Die gespeicherten Schlüssel des Kanals %1 lassen sich nicht öffnen: Sie wurden verändert.</translation>
    </message>
    <message>
        <source>Enter the channel&apos;s keys again.</source>
        <translation>Geben Sie die Schlüssel des Kanals neu ein.</translation>
    </message>
    <message>
        <source>The keys of channel %1 were sealed with another key than the one on this machine.</source>
        <translation>Die Schlüssel des Kanals %1 wurden mit einem anderen Schlüssel versiegelt als dem auf diesem Rechner.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>A figure is larger than the books can hold. Nothing was stored.</source>
        <translation>Eine Zahl ist größer, als die Bücher fassen. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>The company could not be reached just now: %1</source>
        <translation>Die Firma ist gerade nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>This no longer exists: %1.</source>
        <translation>Das gibt es nicht mehr: %1.</translation>
    </message>
    <message>
        <source>Another workstation saved this in the meantime.</source>
        <translation>Ein anderer Arbeitsplatz hat dies inzwischen gespeichert.</translation>
    </message>
    <message>
        <source>Open it again to see what changed, then repeat your change.</source>
        <translation>Öffnen Sie es erneut, um zu sehen, was sich geändert hat, und wiederholen Sie dann Ihre Änderung.</translation>
    </message>
    <message>
        <source>The work could not be stored: %1</source>
        <translation>Die Arbeit konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>Nothing was stored.</source>
        <translation>Nichts wurde gespeichert.</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>No order yet</source>
        <translation>Noch kein Auftrag</translation>
    </message>
    <message>
        <source>Not paid yet</source>
        <translation>Noch nicht bezahlt</translation>
    </message>
    <message>
        <source>To be shipped</source>
        <translation>Zu versenden</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Preisliste</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Products that are offered</source>
        <translation>Angebotene Produkte</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Only those that the shop has already</source>
        <translation>Nur die, die der Shop schon hat</translation>
    </message>
    <message>
        <source>Prices are shown with tax</source>
        <translation>Preise werden mit Steuer gezeigt</translation>
    </message>
    <message>
        <source>File of a private certificate authority (PEM)</source>
        <translation>Datei einer eigenen Zertifizierungsstelle (PEM)</translation>
    </message>
    <message>
        <source>Held back of each product</source>
        <translation>Von jedem Produkt zurückgehalten</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>%1: “%2” is no pair of words.</source>
        <translation>%1: „%2“ ist kein Wortpaar.</translation>
    </message>
    <message>
        <source>Write them as word=word, word=word.</source>
        <translation>Man schreibt sie so: Wort=Wort, Wort=Wort.</translation>
    </message>
    <message>
        <source>%1: “%2” means nothing here.</source>
        <translation>%1: „%2“ bedeutet hier nichts.</translation>
    </message>
    <message>
        <source>It is one of: %1.</source>
        <translation>Es gibt: %1.</translation>
    </message>
    <message>
        <source>%1: yes or no, not “%2”.</source>
        <translation>%1: yes oder no, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1: there is no “%2”.</source>
        <translation>%1: „%2“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is nothing called “%1” to be said about this channel.</source>
        <translation>Über diesen Kanal lässt sich nichts mit dem Namen „%1“ sagen.</translation>
    </message>
    <message>
        <source>There is no channel kind “%1”.</source>
        <translation>Es gibt keine Kanalart „%1“.</translation>
    </message>
</context>
<context>
    <name>ShipOrder</name>
    <message>
        <source>Line %1: only a quantity above zero can be shipped.</source>
        <translation>Position %1: Nur eine Menge über null kann versandt werden.</translation>
    </message>
    <message>
        <source>The order has no goods on line %1.</source>
        <translation>Der Auftrag hat in Position %1 keine Ware.</translation>
    </message>
    <message>
        <source>%1: %2 allocated, %3 cannot be shipped.</source>
        <translation>%1: %2 reserviert, %3 können nicht versandt werden.</translation>
    </message>
    <message>
        <source>Receive goods first, or ship less.</source>
        <translation>Buchen Sie zuerst einen Wareneingang, oder versenden Sie weniger.</translation>
    </message>
    <message>
        <source>Nothing is allocated that could be shipped.</source>
        <translation>Nichts ist reserviert, das versandt werden könnte.</translation>
    </message>
    <message>
        <source>Receive goods first.</source>
        <translation>Buchen Sie zuerst einen Wareneingang.</translation>
    </message>
    <message>
        <source>%1 has been cancelled: put the goods back.</source>
        <translation>%1 ist storniert: Legen Sie die Ware zurück.</translation>
    </message>
    <message>
        <source>%1 is on hold: %2</source>
        <translation>%1 ist zurückgestellt: %2</translation>
    </message>
    <message>
        <source>%1 is %2: there is nothing to ship.</source>
        <translation>%1 hat den Status „%2“: Es ist nichts zu versenden.</translation>
    </message>
    <message>
        <source>Shipped %1 of %2</source>
        <translation>Lieferung %1 zu %2</translation>
    </message>
</context>
<context>
    <name>Sqlite</name>
    <message>
        <source>The disk is full.</source>
        <translation>Die Festplatte ist voll.</translation>
    </message>
    <message>
        <source>The disk failed, or has no room left (%1).</source>
        <translation>Die Festplatte ist gestört oder voll (%1).</translation>
    </message>
    <message>
        <source>The company file cannot be written to.</source>
        <translation>In die Firmendatei kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The company file is damaged. Restore the last backup.</source>
        <translation>Die Firmendatei ist beschädigt. Stellen Sie die letzte Sicherung wieder her.</translation>
    </message>
    <message>
        <source>This is no company file.</source>
        <translation>Das ist keine Firmendatei.</translation>
    </message>
    <message>
        <source>A question must not write [%1]</source>
        <translation>Eine Abfrage darf nicht schreiben [%1]</translation>
    </message>
    <message>
        <source>%1 lies on a network drive, where a company file is not safe. Put it on a local disk, or use PostgreSQL for several workstations.</source>
        <translation>%1 liegt auf einem Netzlaufwerk, wo eine Firmendatei nicht sicher ist. Legen Sie sie auf eine lokale Festplatte, oder verwenden Sie PostgreSQL für mehrere Arbeitsplätze.</translation>
    </message>
    <message>
        <source>The company file %1 cannot be opened: %2.</source>
        <translation>Die Firmendatei %1 kann nicht geöffnet werden: %2.</translation>
    </message>
    <message>
        <source>The company file %1 cannot be opened: %2</source>
        <translation>Die Firmendatei %1 kann nicht geöffnet werden: %2</translation>
    </message>
    <message>
        <source>It is a database of another program, not a Purser company.</source>
        <translation>Das ist die Datenbank eines anderen Programms, keine Purser-Firma.</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>%1 is on credit hold.</source>
        <translation>%1 hat eine Kreditsperre.</translation>
    </message>
    <message>
        <source>%1 is suspended.</source>
        <translation>%1 ist ausgesetzt.</translation>
    </message>
    <message>
        <source>%1 is no customer.</source>
        <translation>%1 ist kein Kunde.</translation>
    </message>
</context>
<context>
    <name>StartGuide</name>
    <message>
        <source>Welcome to Purser</source>
        <translation>Willkommen bei Purser</translation>
    </message>
    <message>
        <source>Purser keeps the back office behind your online shops: stock, customers, prices and accounts.</source>
        <translation>Purser führt die Warenwirtschaft hinter Ihren Online-Shops: Lager, Kunden, Preise und Buchhaltung.</translation>
    </message>
    <message>
        <source>&amp;Try the practice company</source>
        <translation>Die Übungsfirma aus&amp;probieren</translation>
    </message>
    <message>
        <source>Open a company</source>
        <translation>Eine Firma öffnen</translation>
    </message>
    <message>
        <source>company.purser or postgresql://user@host/database</source>
        <translation>firma.purser oder postgresql://benutzer@rechner/datenbank</translation>
    </message>
    <message>
        <source>Where the company is</source>
        <translation>Wo die Firma liegt</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Make a new company</source>
        <translation>Eine neue Firma anlegen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Chart of accounts</source>
        <translation>Kontenplan</translation>
    </message>
    <message>
        <source>File, or postgresql://…</source>
        <translation>Datei oder postgresql://…</translation>
    </message>
    <message>
        <source>&amp;Make the company</source>
        <translation>Firma &amp;anlegen</translation>
    </message>
    <message>
        <source>Companies (*.purser)</source>
        <translation>Firmen (*.purser)</translation>
    </message>
    <message>
        <source>There is no company file “%1”.</source>
        <translation>Die Firmendatei „%1“ gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>Stock</name>
    <message>
        <source>%1: %2 wanted, %3 free at %4.</source>
        <translation>%1: %2 gewünscht, %3 frei auf %4.</translation>
    </message>
    <message>
        <source>Receive goods, count the shelf, or ship less.</source>
        <translation>Buchen Sie einen Wareneingang, zählen Sie den Lagerplatz, oder versenden Sie weniger.</translation>
    </message>
    <message>
        <source>A movement needs a quantity above zero.</source>
        <translation>Eine Lagerbewegung braucht eine Menge über null.</translation>
    </message>
    <message>
        <source>Goods cannot move to where they are.</source>
        <translation>Ware kann nicht dorthin umgelagert werden, wo sie schon liegt.</translation>
    </message>
</context>
<context>
    <name>Storefront</name>
    <message>
        <source>The shop does not accept the keys.</source>
        <translation>Der Shop nimmt die Schlüssel nicht an.</translation>
    </message>
    <message>
        <source>The shop asks to come back later.</source>
        <translation>Der Shop bittet, später wiederzukommen.</translation>
    </message>
    <message>
        <source>The shop has trouble of its own (status %1).</source>
        <translation>Der Shop ist selbst gestört (Status %1).</translation>
    </message>
    <message>
        <source>The shop refused the request (status %1).</source>
        <translation>Der Shop hat die Anfrage abgelehnt (Status %1).</translation>
    </message>
    <message>
        <source>The shop&apos;s answer cannot be read. %1</source>
        <translation>Die Antwort des Shops ist nicht lesbar. %1</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Nothing here yet.</source>
        <translation>Noch keine Einträge.</translation>
    </message>
</context>
<context>
    <name>Tax</name>
    <message>
        <source>A tax needs a code.</source>
        <translation>Eine Steuer braucht einen Steuerschlüssel.</translation>
    </message>
    <message>
        <source>The rate of %1 is out of range.</source>
        <translation>Der Steuersatz von %1 liegt außerhalb des Zulässigen.</translation>
    </message>
    <message>
        <source>The tax %1 needs a country of two letters and a class of goods.</source>
        <translation>Die Steuer %1 braucht ein Land aus zwei Buchstaben und eine Steuerklasse.</translation>
    </message>
    <message>
        <source>The tax %1 ends before it begins.</source>
        <translation>Die Steuer %1 endet, bevor sie beginnt.</translation>
    </message>
    <message>
        <source>There is a tax %1 already.</source>
        <translation>Die Steuer %1 gibt es schon.</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Desk</source>
        <translation>Direktverkauf</translation>
    </message>
</context>
<context>
    <name>TodayPlace</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Orders today</source>
        <translation>Aufträge heute</translation>
    </message>
    <message>
        <source>To ship</source>
        <translation>Zu versenden</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Klärfälle</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Nicht vorrätig</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Orders per day</source>
        <translation>Aufträge je Tag</translation>
    </message>
    <message>
        <source>Sales by channel</source>
        <translation>Umsatz nach Kanal</translation>
    </message>
    <message>
        <source>What needs somebody</source>
        <translation>Was zu klären ist</translation>
    </message>
    <message>
        <source>Order or channel</source>
        <translation>Auftrag oder Kanal</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>Warum es wartet</translation>
    </message>
    <message>
        <source>Orders per day, last two weeks</source>
        <translation>Aufträge je Tag, letzte zwei Wochen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Sales by channel, last 30 days, %1</source>
        <translation>Umsatz nach Kanal, letzte 30 Tage, %1</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Nothing waits for anybody: every order can go on.</source>
        <translation>Nichts zu klären: Alle Aufträge können weitergehen.</translation>
    </message>
</context>
<context>
    <name>UndoPush</name>
    <message>
        <source>Stock is what is there now: it is never set back.</source>
        <translation>Der Bestand ist, was jetzt da ist: Er wird nie zurückgesetzt.</translation>
    </message>
    <message>
        <source>The product stays in the shop.</source>
        <translation>Der Artikel bleibt im Shop.</translation>
    </message>
    <message>
        <source>The shop looks after this field.</source>
        <translation>Dieses Feld pflegt der Shop.</translation>
    </message>
    <message>
        <source>What it was before is not known.</source>
        <translation>Was vorher war, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The product is not on the channel.</source>
        <translation>Der Artikel ist nicht im Kanal.</translation>
    </message>
    <message>
        <source>It was changed again since.</source>
        <translation>Es wurde seitdem wieder geändert.</translation>
    </message>
    <message>
        <source>Push %1 was undone.</source>
        <translation>Die Übertragung %1 wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>%1 only tells what the shop had: nothing was sent.</source>
        <translation>%1 hält nur fest, was der Shop hatte: Nichts wurde gesendet.</translation>
    </message>
</context>
<context>
    <name>Vendure</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The shop gives no token at sign-in: it must allow tokenMethod &apos;bearer&apos;, or an API key.</source>
        <translation>Der Shop gibt bei der Anmeldung kein Token aus: Er muss tokenMethod &apos;bearer&apos; erlauben oder einen API-Schlüssel.</translation>
    </message>
    <message>
        <source>The shop&apos;s answer holds no data.</source>
        <translation>Die Antwort des Shops enthält keine Daten.</translation>
    </message>
    <message>
        <source>The shop gives the same page of orders again and again.</source>
        <translation>Der Shop liefert immer wieder dieselbe Seite mit Aufträgen.</translation>
    </message>
    <message>
        <source>The shop answered something other than a list.</source>
        <translation>Der Shop antwortete mit etwas anderem als einer Liste.</translation>
    </message>
    <message>
        <source>The shop has no order with the id %1.</source>
        <translation>Der Shop hat keinen Auftrag mit der Kennung %1.</translation>
    </message>
    <message>
        <source>User name or API key</source>
        <translation>Benutzername oder API-Schlüssel</translation>
    </message>
    <message>
        <source>Password (none with an API key)</source>
        <translation>Passwort (entfällt beim API-Schlüssel)</translation>
    </message>
    <message>
        <source>In the shop&apos;s administration: an administrator for Purser, or an API key. Its role needs the rights to read and change orders, the catalogue and assets, and to read settings and stock locations.</source>
        <translation>In der Verwaltung des Shops: ein Administrator für Purser oder ein API-Schlüssel. Seine Rolle muss Aufträge, Katalog und Mediendateien lesen und ändern sowie Einstellungen und Lagerorte lesen dürfen.</translation>
    </message>
    <message>
        <source>%1 is not linked to a variant of the shop.</source>
        <translation>%1 ist mit keiner Variante des Shops verknüpft.</translation>
    </message>
    <message>
        <source>The shop did not say what became of it.</source>
        <translation>Der Shop hat nicht gesagt, was daraus geworden ist.</translation>
    </message>
    <message>
        <source>The shop holds %1 instead of %2.</source>
        <translation>Der Shop führt %1 statt %2.</translation>
    </message>
    <message>
        <source>Line %1 names no product.</source>
        <translation>Position %1 nennt keinen Artikel.</translation>
    </message>
    <message>
        <source>Line %1 has no quantity.</source>
        <translation>Position %1 hat keine Menge.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no tax rate.</source>
        <translation>„%1“ ist kein Steuersatz.</translation>
    </message>
    <message>
        <source>The shop does not say the tax rate of &quot;%1&quot;.</source>
        <translation>Der Shop nennt den Steuersatz von „%1“ nicht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no amount (%2).</source>
        <translation>„%1“ ist kein Betrag (%2).</translation>
    </message>
    <message>
        <source>The shop&apos;s own order state &quot;%1&quot; is not known: say in the channel&apos;s options what it means.</source>
        <translation>Der eigene Auftragsstatus „%1“ des Shops ist unbekannt: Legen Sie in den Optionen des Kanals fest, was er bedeutet.</translation>
    </message>
    <message>
        <source>The order has no date.</source>
        <translation>Der Auftrag hat kein Datum.</translation>
    </message>
    <message>
        <source>The currency &quot;%1&quot; is not known.</source>
        <translation>Die Währung „%1“ ist unbekannt.</translation>
    </message>
    <message>
        <source>The order has no id.</source>
        <translation>Der Auftrag hat keine Kennung.</translation>
    </message>
    <message>
        <source>The shop has the SKU %1 more than once: choose the variant that is meant.</source>
        <translation>Der Shop hat die Artikelnummer %1 mehrmals: Wählen Sie die gemeinte Variante.</translation>
    </message>
    <message>
        <source>The shop does not have the variant any more.</source>
        <translation>Der Shop hat die Variante nicht mehr.</translation>
    </message>
    <message>
        <source>A product needs a SKU: the shop is searched by it.</source>
        <translation>Ein Artikel braucht eine Artikelnummer: Danach wird im Shop gesucht.</translation>
    </message>
    <message>
        <source>The shop has no channel with the token that the option channel_token names.</source>
        <translation>Der Shop hat keinen Kanal mit dem Token, das die Option channel_token nennt.</translation>
    </message>
    <message>
        <source>The shop has no stock location &quot;%1&quot;.</source>
        <translation>Der Shop hat keinen Lagerort „%1“.</translation>
    </message>
    <message>
        <source>The shop does not have the order any more.</source>
        <translation>Der Shop hat den Auftrag nicht mehr.</translation>
    </message>
    <message>
        <source>The shipment was cancelled in the shop.</source>
        <translation>Die Lieferung wurde im Shop storniert.</translation>
    </message>
    <message>
        <source>The shop counts whole units only; line %1 has a part of one.</source>
        <translation>Der Shop zählt nur ganze Einheiten; Position %1 hat einen Bruchteil.</translation>
    </message>
    <message>
        <source>Token of the shop&apos;s channel (empty: the default one)</source>
        <translation>Token des Kanals im Shop (leer: der übliche)</translation>
    </message>
    <message>
        <source>Stock location (empty: the oldest one)</source>
        <translation>Lagerort im Shop (leer: der älteste)</translation>
    </message>
    <message>
        <source>Way of fulfilment (empty: by hand)</source>
        <translation>Art der Erfüllung (leer: von Hand)</translation>
    </message>
    <message>
        <source>Days that payments and refunds are looked after (0: never)</source>
        <translation>Tage, an denen Zahlungen und Erstattungen geprüft werden (0: nie)</translation>
    </message>
    <message>
        <source>Order states of its own (Packing=processing, …)</source>
        <translation>Eigene Auftragszustände (Packing=processing, …)</translation>
    </message>
    <message>
        <source>Tax classes (ours=the shop&apos;s, …)</source>
        <translation>Steuerklassen (unsere=die des Shops, …)</translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>Its total is kept as %1, its lines make %2 (minor units).</source>
        <translation>Als Gesamtbetrag ist %1 geführt, die Positionen ergeben %2 (kleinste Währungseinheit).</translation>
    </message>
    <message>
        <source>Its total is kept as %1, its net and tax make %2 (minor units).</source>
        <translation>Als Gesamtbetrag ist %1 geführt, Netto und Steuer ergeben %2 (kleinste Währungseinheit).</translation>
    </message>
    <message>
        <source>Kept are %1 shipped, its shipments make %2 (millionths).</source>
        <translation>Als versandt sind %1 geführt, die Lieferungen ergeben %2 (Millionstel).</translation>
    </message>
    <message>
        <source>Kept are %1 invoiced, its invoices make %2 (millionths).</source>
        <translation>Als berechnet sind %1 geführt, die Rechnungen ergeben %2 (Millionstel).</translation>
    </message>
    <message>
        <source>Kept are %1 returned, its returns make %2 (millionths).</source>
        <translation>Als zurückgenommen sind %1 geführt, die Retouren ergeben %2 (Millionstel).</translation>
    </message>
    <message>
        <source>%1 are invoiced, but only %2 shipped (millionths).</source>
        <translation>%1 sind berechnet, aber nur %2 versandt (Millionstel).</translation>
    </message>
    <message>
        <source>Kept as paid are %1, its payments make %2 (minor units).</source>
        <translation>Als bezahlt sind %1 geführt, die Zahlungen ergeben %2 (kleinste Währungseinheit).</translation>
    </message>
    <message>
        <source>Its net and tax make %2, its total is %1 (minor units).</source>
        <translation>Netto und Steuer ergeben %2, der Gesamtbetrag ist %1 (kleinste Währungseinheit).</translation>
    </message>
    <message>
        <source>Its total is %1, its lines make %2 (minor units).</source>
        <translation>Der Gesamtbetrag ist %1, die Positionen ergeben %2 (kleinste Währungseinheit).</translation>
    </message>
    <message>
        <source>Its tax is %1, its tax lines make %2 (minor units).</source>
        <translation>Die Steuer ist %1, die Steuerzeilen ergeben %2 (kleinste Währungseinheit).</translation>
    </message>
    <message>
        <source>%1 documents, the highest number is %2, the next one would be %3.</source>
        <translation>%1 Belege, die höchste Nummer ist %2, die nächste wäre %3.</translation>
    </message>
    <message>
        <source>It moved %1, its journal entry says %2 (minor units).</source>
        <translation>Bewegt wurden %1, die Buchung nennt %2 (kleinste Währungseinheit).</translation>
    </message>
    <message>
        <source>It is worth %1, its stock moves are worth %2 (minor units).</source>
        <translation>Der Wert ist %1, die Lagerbewegungen sind %2 wert (kleinste Währungseinheit).</translation>
    </message>
    <message>
        <source>It belongs to %1 %2, which does not exist.</source>
        <translation>Gehört zu %1 %2, was es nicht gibt.</translation>
    </message>
    <message>
        <source>It began with %1, its document says %2 (minor units).</source>
        <translation>Begann mit %1, der Beleg nennt %2 (kleinste Währungseinheit).</translation>
    </message>
    <message>
        <source>It moved %1, its open items began with %2 (minor units).</source>
        <translation>Bewegt wurden %1, die offenen Posten begannen mit %2 (kleinste Währungseinheit).</translation>
    </message>
    <message>
        <source>It was made of message %1, which is not kept%2.</source>
        <translation>Entstand aus der Nachricht %1, die nicht aufbewahrt ist%2.</translation>
    </message>
    <message>
        <source>It speaks of message %1, which is not kept%2.</source>
        <translation>Nennt die Nachricht %1, die nicht aufbewahrt ist%2.</translation>
    </message>
    <message>
        <source>%1 orders have the channel&apos;s number %2.</source>
        <translation>%1 Aufträge haben im Kanal die Nummer %2.</translation>
    </message>
    <message>
        <source>A line belongs to entry %1, which does not exist.</source>
        <translation>Eine Zeile gehört zur Buchung %1, die es nicht gibt.</translation>
    </message>
    <message>
        <source>Entry %1 is followed by %2: one is missing.</source>
        <translation>Auf Buchung %1 folgt %2: Eine fehlt.</translation>
    </message>
    <message>
        <source>The chain is broken before this entry.</source>
        <translation>Vor dieser Buchung ist die Kette unterbrochen.</translation>
    </message>
    <message>
        <source>The entry or one of its lines was changed: its hash does not fit its content.</source>
        <translation>Die Buchung oder eine ihrer Zeilen wurde geändert: Die Prüfsumme passt nicht zum Inhalt.</translation>
    </message>
    <message>
        <source>Number %1 follows %2 in its journal.</source>
        <translation>Im Journal folgt die Nummer %1 auf %2.</translation>
    </message>
    <message>
        <source>The entry does not balance: %1 are over in %2 lines.</source>
        <translation>Die Buchung geht nicht auf: In %2 Zeilen bleiben %1.</translation>
    </message>
    <message>
        <source>The chain ends at entry %1, but its end is kept as another one.</source>
        <translation>Die Kette endet bei Buchung %1, als ihr Ende ist aber eine andere geführt.</translation>
    </message>
    <message>
        <source>Kept are %1 debit and %2 credit, the entries make %3 and %4.</source>
        <translation>Geführt sind %1 Soll und %2 Haben, die Buchungen ergeben %3 und %4.</translation>
    </message>
    <message>
        <source>The entries make a turnover, but no balance is kept.</source>
        <translation>Die Buchungen ergeben einen Umsatz, aber es ist kein Saldo geführt.</translation>
    </message>
    <message>
        <source>The seal knows entry %1, the company ends at %2: it is older than its seal, as after restoring a backup.</source>
        <translation>Das Siegel kennt die Buchung %1, die Firma endet bei %2: Sie ist älter als ihr Siegel, wie nach dem Wiederherstellen einer Sicherung.</translation>
    </message>
    <message>
        <source>Entry %1 is not the one that was sealed: the chain was written anew.</source>
        <translation>Die Buchung %1 ist nicht die versiegelte: Die Kette wurde neu geschrieben.</translation>
    </message>
    <message>
        <source>Numbers up to %1 were given away, the company would give %2 next.</source>
        <translation>Nummern bis %1 sind vergeben, die Firma würde als nächste %2 vergeben.</translation>
    </message>
    <message>
        <source>Kept as open are %1, its settlements leave %2 (minor units).</source>
        <translation>Als offen sind %1 geführt, nach den Ausgleichen bleiben %2 (kleinste Währungseinheit).</translation>
    </message>
    <message>
        <source>Kept as its worth are %1, its settlements leave %2 (minor units).</source>
        <translation>Als Wert sind %1 geführt, nach den Ausgleichen bleiben %2 (kleinste Währungseinheit).</translation>
    </message>
    <message>
        <source>The account holds %1, its open items add up to %2.</source>
        <translation>Das Konto weist %1 aus, seine offenen Posten ergeben %2.</translation>
    </message>
    <message>
        <source>Kept are %1 on hand, the moves make %2.</source>
        <translation>Als Bestand sind %1 geführt, die Bewegungen ergeben %2.</translation>
    </message>
    <message>
        <source>Kept are %1 allocated, the orders&apos; allocations make %2.</source>
        <translation>Als reserviert sind %1 geführt, die Reservierungen der Aufträge ergeben %2.</translation>
    </message>
    <message>
        <source>The moves make %1, but no balance is kept.</source>
        <translation>Die Bewegungen ergeben %1, aber es ist kein Bestand geführt.</translation>
    </message>
    <message>
        <source>%1 are allocated there, but no balance is kept.</source>
        <translation>Dort sind %1 reserviert, aber es ist kein Bestand geführt.</translation>
    </message>
    <message>
        <source>Kept are %1 worth %2, the moves make %3 worth %4.</source>
        <translation>Geführt sind %1 im Wert von %2, die Bewegungen ergeben %3 im Wert von %4.</translation>
    </message>
    <message>
        <source>The moves make %1 worth %2, but no value is kept.</source>
        <translation>Die Bewegungen ergeben %1 im Wert von %2, aber es ist kein Wert geführt.</translation>
    </message>
    <message>
        <source>The accounts hold %1, the stock is worth %2.</source>
        <translation>Die Konten weisen %1 aus, der Bestand ist %2 wert.</translation>
    </message>
    <message>
        <source>Kept are %1 allocated (millionths), its allocations make %2.</source>
        <translation>Als reserviert sind %1 geführt (Millionstel), die Reservierungen ergeben %2.</translation>
    </message>
    <message>
        <source>Journal and chain</source>
        <translation>Journal und Kette</translation>
    </message>
    <message>
        <source>Open items</source>
        <translation>Offene Posten</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Refunds of its channel account for %1 of it, it holds %2.</source>
        <translation>Erstattungen seines Kanals belegen davon %1, er enthält %2.</translation>
    </message>
    <message>
        <source>It paid refund %1 back, which is not kept%2.</source>
        <translation>Er hat die Erstattung %1 ausgezahlt, die nicht aufbewahrt ist%2.</translation>
    </message>
    <message>
        <source>It is a kit of %1, but no line has its components%2.</source>
        <translation>Sie ist ein Set von %1, aber keine Position hat seine Bestandteile%2.</translation>
    </message>
    <message>
        <source>%1 is a component of line %2, which is no kit.</source>
        <translation>%1 ist Bestandteil der Position %2, die kein Set ist.</translation>
    </message>
    <message>
        <source>%1 is a component of a kit and has a price of its own: %2 (minor units).</source>
        <translation>%1 ist Bestandteil eines Sets und hat einen eigenen Preis: %2 (kleinste Einheiten).</translation>
    </message>
    <message>
        <source>%1 units of a component are ordered, its kit needs %2 (millionths).</source>
        <translation>Von einem Bestandteil sind %1 Einheiten bestellt, sein Set braucht %2 (Millionstel).</translation>
    </message>
    <message>
        <source>%1 belongs to a kit, but the kit does not consist of it%2.</source>
        <translation>%1 gehört zu einem Set, das nicht daraus besteht%2.</translation>
    </message>
    <message>
        <source>The kit needs %1, which has %2 lines.</source>
        <translation>Das Set braucht %1, wovon es %2 Positionen gibt.</translation>
    </message>
</context>
<context>
    <name>Warehouse</name>
    <message>
        <source>%1 is no shelf of the company.</source>
        <translation>%1 ist kein Lagerplatz der Firma.</translation>
    </message>
    <message>
        <source>A receipt needs at least one line.</source>
        <translation>Ein Wareneingang braucht mindestens eine Position.</translation>
    </message>
    <message>
        <source>%1 is a service and is not kept in stock.</source>
        <translation>%1 ist eine Dienstleistung und wird nicht am Lager geführt.</translation>
    </message>
    <message>
        <source>The cost of %1 must be an amount in %2, not below zero.</source>
        <translation>Der Einstandspreis von %1 muss ein Betrag in %2 sein, nicht unter null.</translation>
    </message>
    <message>
        <source>Goods received %1</source>
        <translation>Wareneingang %1</translation>
    </message>
    <message>
        <source>A count cannot be negative.</source>
        <translation>Eine Zählung kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>%1: %2 counted, but %3 are promised to orders.</source>
        <translation>%1: %2 gezählt, aber %3 sind Aufträgen zugesagt.</translation>
    </message>
    <message>
        <source>Cancel lines of these orders first, or look for the goods.</source>
        <translation>Stornieren Sie zuerst Positionen dieser Aufträge, oder suchen Sie die Ware.</translation>
    </message>
    <message>
        <source>Count of %1: %2</source>
        <translation>Zählung von %1: %2</translation>
    </message>
</context>
<context>
    <name>WebOrderPlace</name>
    <message>
        <source>The order %1 of %2 is here already: %3.</source>
        <translation>Der Auftrag %1 von %2 ist schon da: %3.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>There is no product %1. Return keeps it: the order waits until somebody decides what it is.</source>
        <translation>Es gibt keinen Artikel %1. Die Eingabetaste übernimmt ihn trotzdem: Der Auftrag wartet, bis jemand entscheidet, was es ist.</translation>
    </message>
    <message>
        <source>%1: %2 available</source>
        <translation>%1: %2 verfügbar</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>“%1” is not exactly one product. Type more, choose from the list, or press Return again to keep it as the site says it.</source>
        <translation>„%1“ ist nicht eindeutig ein Artikel. Geben Sie mehr ein, wählen Sie aus der Liste, oder drücken Sie noch einmal die Eingabetaste, um die Angabe der Website zu übernehmen.</translation>
    </message>
    <message>
        <source>“%1” is no quantity above zero.</source>
        <translation>„%1“ ist keine Menge über null.</translation>
    </message>
    <message>
        <source>“%1” is no price.</source>
        <translation>„%1“ ist kein Preis.</translation>
    </message>
    <message>
        <source>Add line</source>
        <translation>Position hinzufügen</translation>
    </message>
    <message>
        <source>Change line %1</source>
        <translation>Position %1 ändern</translation>
    </message>
    <message>
        <source>Line %1 is removed.</source>
        <translation>Position %1 ist entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>There is no text on the clipboard. Copy the confirmation, the table or the rows of the export first.</source>
        <translation>In der Zwischenablage ist kein Text. Kopieren Sie zuerst die Bestätigung, die Tabelle oder die Zeilen des Exports.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) recognised.</source>
        <translation>
            <numerusform>%n Position erkannt.</numerusform>
            <numerusform>%n Positionen erkannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left over.</source>
        <translation>Es bleibt nichts übrig.</translation>
    </message>
    <message>
        <source>What is left over stands below.</source>
        <translation>Was übrig bleibt, steht unten.</translation>
    </message>
    <message>
        <source>An amount cannot be read.</source>
        <translation>Ein Betrag ist nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 (tax %2)</source>
        <translation>%1 (Steuer %2)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>An amount cannot be read. Correct it first.</source>
        <translation>Ein Betrag ist nicht lesbar. Berichtigen Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>%1 is entered: %2.</source>
        <translation>%1 ist erfasst: %2.</translation>
    </message>
    <message>
        <source>Keep it on hold</source>
        <translation>Zurückgestellt speichern</translation>
    </message>
    <message>
        <source>This order was not finished last time.</source>
        <translation>Dieser Auftrag wurde beim letzten Mal nicht fertig.</translation>
    </message>
    <message>
        <source>Enter a web order</source>
        <translation>Webauftrag erfassen</translation>
    </message>
    <message>
        <source>Not recognised. Delete takes a line off when it is dealt with.</source>
        <translation>Nicht erkannt. Entf entfernt eine Zeile, wenn sie erledigt ist.</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>Nicht erkannt</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Store the order</source>
        <translation>Auftrag speichern</translation>
    </message>
    <message>
        <source>Paste the confirmation</source>
        <translation>Bestätigung einfügen</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Number on the site</source>
        <translation>Nummer auf der Website</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Code or name of a known customer; empty for a new buyer</source>
        <translation>Nummer oder Name eines bekannten Kunden; leer für einen neuen Käufer</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Paid on the site</source>
        <translation>Auf der Website bezahlt</translation>
    </message>
    <message>
        <source>Not paid yet: wait for it</source>
        <translation>Noch nicht bezahlt: Zahlung abwarten</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>Auf Rechnung</translation>
    </message>
    <message>
        <source>“%1” is not exactly one customer. Leave the field empty for a new buyer.</source>
        <translation>„%1“ ist nicht eindeutig ein Kunde. Lassen Sie das Feld für einen neuen Käufer leer.</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Versandkosten</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>as it is due</source>
        <translation>wie sie anfällt</translation>
    </message>
    <message>
        <source>Total on the site</source>
        <translation>Gesamtbetrag der Website</translation>
    </message>
    <message>
        <source>Lines come to</source>
        <translation>Positionen ergeben</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikelnr.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation>Unbekannt: %1</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Why this price</source>
        <translation>Preisfindung</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>Position entfernen</translation>
    </message>
    <message>
        <source>SKU, barcode or a few letters</source>
        <translation>Artikelnummer, Barcode oder einige Buchstaben</translation>
    </message>
    <message>
        <source>SKU, barcode or a few letters; Return on the empty field goes on to the sums</source>
        <translation>Artikelnummer, Barcode oder einige Buchstaben; Eingabetaste im leeren Feld führt zu den Summen</translation>
    </message>
    <message>
        <source>Price on the site</source>
        <translation>Preis auf der Website</translation>
    </message>
    <message>
        <source>Price (empty: ours)</source>
        <translation>Preis (leer: unserer)</translation>
    </message>
</context>
<context>
    <name>WooCommerce</name>
    <message>
        <source>The shop answered something other than a list.</source>
        <translation>Der Shop antwortete mit etwas anderem als einer Liste.</translation>
    </message>
    <message>
        <source>%1 The key is unknown, or the server hides it from the shop: the option auth = query helps then.</source>
        <translation>%1 Der Schlüssel ist unbekannt, oder der Server verbirgt ihn vor dem Shop: Dann hilft die Option auth = query.</translation>
    </message>
    <message>
        <source>The shop gives the same page of orders again and again.</source>
        <translation>Der Shop liefert immer wieder dieselbe Seite mit Aufträgen.</translation>
    </message>
    <message>
        <source>The shop knows itself as %1 and checks signatures against that: set the option home to it.</source>
        <translation>Der Shop kennt sich als %1 und prüft Signaturen dagegen: Setzen Sie die Option home darauf.</translation>
    </message>
    <message>
        <source>Consumer key</source>
        <translation>Consumer-Key</translation>
    </message>
    <message>
        <source>Consumer secret</source>
        <translation>Consumer-Secret</translation>
    </message>
    <message>
        <source>In the shop&apos;s administration: WooCommerce &gt; Settings &gt; Advanced &gt; REST API &gt; Add key, with the right to read and write.</source>
        <translation>In der Verwaltung des Shops: WooCommerce &gt; Einstellungen &gt; Erweitert &gt; REST-API &gt; Schlüssel hinzufügen, mit Lese- und Schreibrecht.</translation>
    </message>
    <message>
        <source>The shop did not say what became of it.</source>
        <translation>Der Shop hat nicht gesagt, was daraus geworden ist.</translation>
    </message>
    <message>
        <source>%1 is not linked to a product of the shop.</source>
        <translation>%1 ist mit keinem Artikel des Shops verknüpft.</translation>
    </message>
    <message>
        <source>The shop holds %1 instead of %2.</source>
        <translation>Der Shop führt %1 statt %2.</translation>
    </message>
    <message>
        <source>Line %1 names no product: the shop does not have it any more.</source>
        <translation>Position %1 nennt keinen Artikel: Der Shop hat ihn nicht mehr.</translation>
    </message>
    <message>
        <source>Line %1 has no quantity.</source>
        <translation>Position %1 hat keine Menge.</translation>
    </message>
    <message>
        <source>The taxes of line %1 do not add up to %2.</source>
        <translation>Die Steuern von Position %1 ergeben nicht %2.</translation>
    </message>
    <message>
        <source>The shop does not say the rate of tax %1.</source>
        <translation>Der Shop nennt den Satz der Steuer %1 nicht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no amount (%2).</source>
        <translation>„%1“ ist kein Betrag (%2).</translation>
    </message>
    <message>
        <source>The shop&apos;s own order state &quot;%1&quot; is not known: say in the channel&apos;s options what it means.</source>
        <translation>Der eigene Auftragsstatus „%1“ des Shops ist unbekannt: Legen Sie in den Optionen des Kanals fest, was er bedeutet.</translation>
    </message>
    <message>
        <source>The order has no date.</source>
        <translation>Der Auftrag hat kein Datum.</translation>
    </message>
    <message>
        <source>The currency &quot;%1&quot; is not known.</source>
        <translation>Die Währung „%1“ ist unbekannt.</translation>
    </message>
    <message>
        <source>The order has no id.</source>
        <translation>Der Auftrag hat keine Kennung.</translation>
    </message>
    <message>
        <source>The shop cannot fetch these pictures, as they have no public address: %1.</source>
        <translation>Der Shop kann diese Bilder nicht abrufen, da sie keine öffentliche Adresse haben: %1.</translation>
    </message>
    <message>
        <source>A product needs a SKU: the shop is searched by it.</source>
        <translation>Ein Artikel braucht eine Artikelnummer: Danach wird im Shop gesucht.</translation>
    </message>
    <message>
        <source> with %1</source>
        <translation> mit %1</translation>
    </message>
    <message>
        <source>, tracking number %1</source>
        <translation>, Sendungsnummer %1</translation>
    </message>
    <message>
        <source>Shipped%1%2 (%3)</source>
        <translation>Versandt%1%2 (%3)</translation>
    </message>
    <message>
        <source>Address that the shop knows itself by</source>
        <translation>Adresse, unter der der Shop sich kennt</translation>
    </message>
    <message>
        <source>How the keys are sent</source>
        <translation>Wie die Schlüssel gesendet werden</translation>
    </message>
    <message>
        <source>In the address, where a server drops the header</source>
        <translation>In der Adresse, wo ein Server den Kopf verwirft</translation>
    </message>
    <message>
        <source>Signed, also over TLS</source>
        <translation>Signiert, auch über TLS</translation>
    </message>
    <message>
        <source>The shop writes to the buyer about shipments</source>
        <translation>Der Shop schreibt dem Käufer über Sendungen</translation>
    </message>
    <message>
        <source>Web folder from which the shop fetches pictures</source>
        <translation>Web-Ordner, aus dem der Shop Bilder holt</translation>
    </message>
    <message>
        <source>Unit of weights</source>
        <translation>Einheit der Gewichte</translation>
    </message>
    <message>
        <source>Decimals of prices</source>
        <translation>Nachkommastellen der Preise</translation>
    </message>
    <message>
        <source>Order states of its own (packing=processing, …)</source>
        <translation>Eigene Auftragszustände (packing=processing, …)</translation>
    </message>
    <message>
        <source>Fees that are gift cards or tips (Gift card=gift_card, …)</source>
        <translation>Gebühren, die Gutscheine oder Trinkgeld sind (Gift card=gift_card, …)</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Trinkgeld</translation>
    </message>
    <message>
        <source>Tax classes (ours=the shop&apos;s, …)</source>
        <translation>Steuerklassen (unsere=die des Shops, …)</translation>
    </message>
    <message>
        <source>Fields with what was paid by store credit (_credit_used, …)</source>
        <translation>Felder mit dem, was mit Guthaben bezahlt wurde (_credit_used, …)</translation>
    </message>
</context>
<context>
    <name>Workbook</name>
    <message>
        <source>The file is no spreadsheet that can be read.</source>
        <translation>Die Datei ist keine lesbare Tabelle.</translation>
    </message>
    <message>
        <source>Save it as .xlsx or as CSV, and not protected by a password.</source>
        <translation>Speichern Sie sie als .xlsx oder als CSV, ohne Passwortschutz.</translation>
    </message>
    <message>
        <source>The spreadsheet unpacks to more than %1 MB.</source>
        <translation>Die Tabelle ist entpackt größer als %1 MB.</translation>
    </message>
</context>
<context>
    <name>Worksheet</name>
    <message>
        <source>To be typed into %1</source>
        <translation>Einzutragen in %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikelnr.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Products of %1</source>
        <translation>Artikel von %1</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>Weight (kg)</source>
        <translation>Gewicht (kg)</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Warengruppe</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Stock of %1</source>
        <translation>Bestand von %1</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Neuer Artikel</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Versandt</translation>
    </message>
    <message>
        <source>Barcode %1</source>
        <translation>Barcode %1</translation>
    </message>
    <message>
        <source>%1 kg</source>
        <translation>%1 kg</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>%1 at %2, stock %3</source>
        <translation>%1 zu %2, Bestand %3</translation>
    </message>
    <message>
        <source>on the site</source>
        <translation>auf der Website</translation>
    </message>
    <message>
        <source>off the site</source>
        <translation>nicht auf der Website</translation>
    </message>
    <message>
        <source>Not known for sure: an order of this site came since, and the site may have counted it itself.</source>
        <translation>Nicht sicher: Inzwischen kam ein Auftrag dieser Website, den sie schon selbst abgezogen haben kann.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>versandt</translation>
    </message>
    <message>
        <source>Somebody else has just ticked this line.</source>
        <translation>Gerade eben hat jemand anders diese Zeile abgehakt.</translation>
    </message>
    <message>
        <source>%1 has no price to be typed: %2</source>
        <translation>%1 hat keinen Preis zum Eintragen: %2</translation>
    </message>
    <message>
        <source>There is no tick %1 on %2.</source>
        <translation>Es gibt kein Häkchen %1 auf %2.</translation>
    </message>
    <message>
        <source>See: purserctl worksheet ticks</source>
        <translation>Siehe: purserctl worksheet ticks</translation>
    </message>
    <message>
        <source>The tick cannot be read.</source>
        <translation>Das Häkchen ist nicht lesbar.</translation>
    </message>
    <message>
        <source>This tick was taken back already.</source>
        <translation>Dieses Häkchen ist schon zurückgenommen.</translation>
    </message>
    <message>
        <source>This line was ticked again later.</source>
        <translation>Diese Zeile wurde später wieder abgehakt.</translation>
    </message>
    <message>
        <source>Take the later tick back first.</source>
        <translation>Nehmen Sie zuerst das spätere Häkchen zurück.</translation>
    </message>
</context>
<context>
    <name>WorksheetPlace</name>
    <message>
        <source>Update a site by hand</source>
        <translation>Website von Hand pflegen</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikelnr.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>To be typed into the site</source>
        <translation>Auf der Website einzutragen</translation>
    </message>
    <message>
        <source>The site shows what it should.</source>
        <translation>Die Website zeigt, was sie zeigen soll.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Showed</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Became</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation>Abgehakt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Tick: typed into the site</source>
        <translation>Abhaken: auf der Website eingetragen</translation>
    </message>
    <message>
        <source>Take the tick back</source>
        <translation>Häkchen zurücknehmen</translation>
    </message>
    <message>
        <source>Print or save…</source>
        <translation>Drucken oder speichern…</translation>
    </message>
    <message>
        <source>Product sheet…</source>
        <translation>Artikelblatt…</translation>
    </message>
    <message>
        <source>Save pictures…</source>
        <translation>Bilder speichern…</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) to be typed.</source>
        <translation>
            <numerusform>%n Zeile einzutragen.</numerusform>
            <numerusform>%n Zeilen einzutragen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Last brought up to date: %1.</source>
        <translation>Zuletzt aktualisiert: %1.</translation>
    </message>
    <message>
        <source>Never brought up to date yet.</source>
        <translation>Noch nie aktualisiert.</translation>
    </message>
    <message>
        <source>Return copies, the space bar ticks.</source>
        <translation>Die Eingabetaste kopiert, die Leertaste hakt ab.</translation>
    </message>
    <message>
        <source>Last 30 days: %1 orders in %2 minutes, %3 ticks in %4 minutes, %5 slips caught.</source>
        <translation>Letzte 30 Tage: %1 Aufträge in %2 Minuten, %3 Häkchen in %4 Minuten, %5 Fehler abgefangen.</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Ticked: %1, %2.</source>
        <translation>Abgehakt: %1, %2.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The tick is taken back.</source>
        <translation>Das Häkchen ist zurückgenommen.</translation>
    </message>
    <message>
        <source>There is no tick to take back.</source>
        <translation>Es gibt kein Häkchen, das zurückgenommen werden könnte.</translation>
    </message>
    <message>
        <source>The tick of %1 is taken back.</source>
        <translation>Das Häkchen von %1 ist zurückgenommen.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Spreadsheet (*.xlsx);;CSV (*.csv)</source>
        <translation>PDF (*.pdf);;Tabelle (*.xlsx);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Save the pictures that the site needs</source>
        <translation>Bilder speichern, die die Website braucht</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) saved in %1.</source>
        <translation>
            <numerusform>%n Bild in %1 gespeichert.</numerusform>
            <numerusform>%n Bilder in %1 gespeichert.</numerusform>
        </translation>
    </message>
</context>
</TS>
