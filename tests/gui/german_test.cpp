#include "core/sales/salesorder.h"
#include "gui/bind/table.h"
#include "gui/channels/channelwords.h"

#include <QTranslator>
#include <gtest/gtest.h>

namespace {

class German : public testing::Test {
protected:
    German()
    {
        m_found = m_german.load(QLocale(QStringLiteral("de_DE")), QStringLiteral("purser"), QStringLiteral("_"), QStringLiteral(":/i18n"));
        QCoreApplication::installTranslator(&m_german);
    }
    ~German() override { QCoreApplication::removeTranslator(&m_german); }

    QTranslator m_german;
    bool m_found;
};

QString rows(int count) { return QCoreApplication::translate("ListFrame", "%n row(s)", nullptr, count); }

} // namespace

TEST_F(German, travelsInsideTheProgram) { EXPECT_TRUE(m_found); }

TEST_F(German, isSpokenBelowTheDeskToo)
{
    EXPECT_EQ(stateLabel(OrderState::PartlyShipped), "Teilweise versandt");
    EXPECT_EQ(QCoreApplication::translate("Ledger", "There is no journal entry %1.").arg(7), "Es gibt keine Buchung 7.");
}

TEST_F(German, knowsOneFromMany)
{
    EXPECT_EQ(rows(1), "1 Zeile");
    EXPECT_EQ(rows(2), "2 Zeilen");
    EXPECT_EQ(rows(0), "0 Zeilen");
}

TEST(English, knowsOneFromManyToo)
{
    QTranslator english;
    EXPECT_TRUE(english.load(QLocale(QStringLiteral("en_GB")), QStringLiteral("purser"), QStringLiteral("_"), QStringLiteral(":/i18n")));
    QCoreApplication::installTranslator(&english);

    EXPECT_EQ(rows(1), "1 row");
    EXPECT_EQ(rows(2), "2 rows");

    QCoreApplication::removeTranslator(&english);
}

TEST_F(German, saysTheWordsOfTheChannelsJournal)
{
    EXPECT_EQ(channelWord("unknown_sku"), "Unbekannte Artikelnummer");
    EXPECT_EQ(channelCounts("{\"seen\":12,\"created\":3,\"exceptions\":0}"), "Gesehen 12, Neu 3");
}

TEST(ChannelWords, unknownOnesStayAsTheyAre)
{
    EXPECT_EQ(channelWord("of_tomorrow"), "of_tomorrow");
    EXPECT_EQ(channelCounts("no json"), "no json");
    EXPECT_EQ(channelCounts("{\"error\":\"The shop is busy.\"}"), "Error: The shop is busy.");
}

TEST(Tables, noColumnIsNarrowerThanItsHeading)
{
    using Word = std::pair<QString, int>;
    TableModel<Word> model({{"Durchschnittlicher Einstandspreis", [](const Word &w) { return w.first; }, Qt::AlignLeft, 20},
                            {"Art", [](const Word &w) { return w.second; }, Qt::AlignLeft, 300}});

    const std::unique_ptr<QTableView> table(makeTable(&model, "words"));

    EXPECT_GE(table->columnWidth(0), table->fontMetrics().horizontalAdvance("Durchschnittlicher Einstandspreis"));
    EXPECT_EQ(table->columnWidth(1), 300);
}
