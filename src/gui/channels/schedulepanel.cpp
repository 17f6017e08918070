#include "gui/channels/schedulepanel.h"

#include "channels/engine/schedulewords.h"
#include "gui/bind/notice.h"
#include "gui/bind/question.h"
#include "gui/bind/typing.h"
#include "gui/shell/icons.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

SchedulePanel::SchedulePanel(Desk &desk, Notice &notice) : m_desk(desk), m_notice(notice)
{
    m_lines = new TableModel<Schedule>(
        {{tr("Work"), [](const Schedule &s) { return workLabel(s.work); }, leftAligned, 150},
         {tr("When"), scheduleLabel, leftAligned, 360},
         {tr("Next"), [](const Schedule &s) { return s.rhythm == Rhythm::ByHand ? QString() : momentText(s.nextRun); }, leftAligned, 150},
         {tr("Last done"), [](const Schedule &s) { return momentText(s.lastRun); }, leftAligned, 150}},
        this);
    m_table = makeTable(m_lines, tr("Schedule"));
    m_table->setObjectName(QStringLiteral("schedule"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->addWidget(m_table, 1);
    auto *edit = new QPushButton(icon("pencil"), tr("Change…"));
    edit->setObjectName(QStringLiteral("change-schedule"));
    auto *now = new QPushButton(icon("play"), tr("Run now"));
    now->setObjectName(QStringLiteral("run-now"));
    auto *row = new QHBoxLayout;
    row->addWidget(edit);
    row->addWidget(now);
    row->addStretch(1);
    column->addLayout(row);
    connect(edit, &QPushButton::clicked, this, &SchedulePanel::change);
    connect(now, &QPushButton::clicked, this, [this] {
        if (const Schedule *line = m_lines->at(m_table->currentIndex()))
            emit runNow(line->work);
    });
    connect(m_table, &QTableView::activated, this, &SchedulePanel::change);
}

void SchedulePanel::show(const std::optional<Channel> &channel)
{
    const int row = std::max(0, m_table->currentIndex().row());
    if (!channel) {
        m_lines->setRows({});
        return;
    }
    const auto lines = m_desk.ask(schedulesOf, channel->id);
    if (!lines)
        return;
    m_lines->setRows(*lines);
    m_table->setCurrentIndex(m_lines->index(std::min(row, m_lines->rowCount() - 1), 0));
}

void SchedulePanel::change()
{
    const Schedule *found = m_lines->at(m_table->currentIndex());
    if (!found)
        return;
    const Schedule schedule = *found;
    auto *question = new Question(this, workLabel(schedule.work), tr("Set the schedule"));
    std::vector<std::pair<QString, QString>> rhythms;
    for (const Rhythm rhythm : {Rhythm::ByHand, Rhythm::AtTimes, Rhythm::Every, Rhythm::OnChange})
        if (rhythm != Rhythm::OnChange || (schedule.work != Work::Orders && schedule.work != Work::Check))
            rhythms.emplace_back(rhythmWord(rhythm), rhythmLabel(rhythm));
    QComboBox *when = question->addChoice("rhythm", tr("When"), rhythms);
    when->setCurrentIndex(std::max(0, when->findData(rhythmWord(schedule.rhythm))));
    question->addText("minutes", tr("Every … minutes (1 to 1440)"), QString::number(schedule.minutes));
    question->addText("times", tr("Times of the day (07:30,12:00)"), schedule.times);
    question->addText("days", tr("Days"), daysLabel(schedule.days));
    question->addText("opens", tr("From"), timeWord(schedule.opens));
    question->addText("closes", tr("To"), timeWord(schedule.closes));
    question->addText("remind", tr("Remind when not done for … hours (0: never)"), QString::number(schedule.remindHours));
    question->ask([this, question, schedule]() -> Result<> {
        Schedule wanted = schedule;
        for (const Rhythm rhythm : {Rhythm::ByHand, Rhythm::AtTimes, Rhythm::Every, Rhythm::OnChange})
            if (rhythmWord(rhythm) == question->text("rhythm"))
                wanted.rhythm = rhythm;
        bool minutesAreNumber = false, hoursAreNumber = false;
        wanted.minutes = question->text("minutes").toInt(&minutesAreNumber);
        wanted.remindHours = question->text("remind").toInt(&hoursAreNumber);
        if (!minutesAreNumber || !hoursAreNumber)
            return refuse(QStringLiteral("number"), tr("Minutes and hours are whole numbers."));
        wanted.times = question->text("times");
        const auto opens = readTime(question->text("opens")), closes = readTime(question->text("closes"));
        if (!opens || !closes)
            return refuse(QStringLiteral("hours"), tr("Write hours as 08:00."));
        wanted.opens = *opens;
        wanted.closes = *closes;
        const auto days = readDays(question->text("days"));
        if (!days)
            return days.error();
        wanted.days = *days;
        const auto stored = m_desk.perform(setSchedule, wanted);
        if (!stored)
            return stored.error();
        m_notice.good(tr("%1: %2.").arg(workLabel(stored->work), scheduleLabel(*stored)));
        return Done{};
    });
}
