#include "channels/engine/channel.h"
#include "gui/bind/question.h"
#include "gui/channels/schedulepanel.h"
#include "testdesk.h"

#include <QPushButton>

namespace {

struct ScheduleDesk : TestDesk {
    ScheduleDesk()
    {
        channel = must([](Tx &tx) -> Result<Channel> {
            Channel row;
            row.name = QStringLiteral("web");
            row.kind = QStringLiteral("woocommerce");
            row.currency = tx.currency();
            row.createdAt = tx.now();
            tx.insert(row);
            return row;
        });
        panel.show(std::optional(channel));
        panel.QWidget::show();
    }
    QAbstractItemModel *lines() { return child<QTableView>(panel, "schedule")->model(); }
    void change(int row)
    {
        auto *table = child<QTableView>(panel, "schedule");
        table->setCurrentIndex(table->model()->index(row, 0));
        child<QPushButton>(panel, "change-schedule")->click();
    }

    Channel channel;
    Notice notice;
    SchedulePanel panel{desk, notice};
};

} // namespace

TEST(SchedulePanel, everyThreeMinutesOnWorkingDaysIsSetAndShown)
{
    ScheduleDesk at;
    EXPECT_EQ(cell(at.lines(), 0, "When"), "By hand");
    at.change(0);
    auto *question = openQuestion(at.panel);
    child<QComboBox>(*question, "rhythm")->setCurrentText("Every few minutes");
    answer(at.panel, {{"minutes", "3"}, {"days", "Mon, tue, Wednesday, Thu, Fri"}, {"opens", "7:30"}, {"closes", "19:00"}});

    at.panel.show(std::optional(at.channel));
    const QString when = cell(at.lines(), 0, "When");
    EXPECT_TRUE(when.startsWith("Every 3 minute")) << qPrintable(when);
    EXPECT_TRUE(when.endsWith(QString::fromUtf8("Mon–Fri, 07:30–19:00"))) << qPrintable(when);
    EXPECT_EQ(at.number("SELECT minutes FROM channel_schedule WHERE work = 1 AND rhythm = 2"), 3);
}

TEST(SchedulePanel, whatIsNoScheduleStaysInTheWindowWithTheReason)
{
    ScheduleDesk at;
    at.change(1);
    answer(at.panel, {{"days", "Someday"}});
    auto *question = openQuestion(at.panel);
    ASSERT_TRUE(question);
    EXPECT_TRUE(child<QLineEdit>(*question, "days")->text() == "Someday");
    EXPECT_EQ(at.number("SELECT COUNT(*) FROM channel_schedule"), 0);
}
