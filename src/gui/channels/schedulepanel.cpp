#include "gui/channels/schedulepanel.h"

#include "gui/bind/notice.h"
#include "gui/bind/question.h"
#include "gui/bind/typing.h"
#include "gui/shell/icons.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr int everyDay = 127;

QString timeText(int minute)
{
    return minute == 24 * 60 ? QStringLiteral("24:00") : QTime(minute / 60, minute % 60).toString(QStringLiteral("HH:mm"));
}

std::optional<int> minuteOf(const QString &text)
{
    if (text.trimmed() == QLatin1String("24:00"))
        return 24 * 60;
    const QTime time = QTime::fromString(text.trimmed(), QStringLiteral("H:mm"));
    return time.isValid() ? std::optional(time.hour() * 60 + time.minute()) : std::nullopt;
}

/// "Mon–Fri", "Mon, Wed"; the days in the language of the screen.
QString daysText(int days)
{
    const auto name = [](int weekday) { return QLocale().dayName(weekday, QLocale::ShortFormat); };
    QStringList parts;
    for (int first = 1; first <= 7; ++first) {
        if (!(days >> (first - 1) & 1))
            continue;
        int last = first;
        while (last < 7 && days >> last & 1)
            ++last;
        if (last - first >= 2)
            parts << name(first) + QStringLiteral("–") + name(last);
        else
            for (int day = first; day <= last; ++day)
                parts << name(day);
        first = last;
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString scheduleText(const Schedule &s)
{
    QStringList parts;
    switch (s.rhythm) {
    case Rhythm::ByHand:
        return s.remindHours > 0 ? SchedulePanel::tr("By hand, with a reminder after %n hour(s)", nullptr, s.remindHours)
                                 : SchedulePanel::tr("By hand");
    case Rhythm::AtTimes: parts << SchedulePanel::tr("At %1").arg(QString(s.times).replace(u',', QStringLiteral(", "))); break;
    case Rhythm::Every: parts << SchedulePanel::tr("Every %n minute(s)", nullptr, s.minutes); break;
    case Rhythm::OnChange: parts << SchedulePanel::tr("At once, and every %n minute(s)", nullptr, s.minutes); break;
    }
    if (s.days != everyDay)
        parts << daysText(s.days);
    if (s.rhythm != Rhythm::AtTimes && (s.opens != 0 || s.closes != 24 * 60))
        parts << timeText(s.opens) + QStringLiteral("–") + timeText(s.closes);
    return parts.join(QStringLiteral(", "));
}

SchedulePanel::SchedulePanel(Desk &desk, Notice &notice) : m_desk(desk), m_notice(notice)
{
    m_lines = new TableModel<Schedule>(
        {{tr("Work"), [](const Schedule &s) { return workLabel(s.work); }, leftAligned, 150},
         {tr("When"), scheduleText, leftAligned, 360},
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
    column->addWidget(edit, 0, Qt::AlignLeft);
    connect(edit, &QPushButton::clicked, this, &SchedulePanel::change);
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
    QStringList days;
    for (int day = 1; day <= 7; ++day)
        if (schedule.dayIsOpen(day))
            days << QLocale().dayName(day, QLocale::ShortFormat);
    question->addText("days", tr("Days"), days.join(QStringLiteral(", ")));
    question->addText("opens", tr("From"), timeText(schedule.opens));
    question->addText("closes", tr("To"), timeText(schedule.closes));
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
        const auto opens = minuteOf(question->text("opens")), closes = minuteOf(question->text("closes"));
        if (!opens || !closes)
            return refuse(QStringLiteral("hours"), tr("Write hours as 08:00."));
        wanted.opens = *opens;
        wanted.closes = *closes;
        wanted.days = 0;
        for (const QString &word : question->text("days").split(u',', Qt::SkipEmptyParts)) {
            int known = 0;
            for (int day = 1; day <= 7; ++day)
                if (QLocale().dayName(day, QLocale::ShortFormat).compare(word.trimmed(), Qt::CaseInsensitive) == 0
                    || QLocale().dayName(day).compare(word.trimmed(), Qt::CaseInsensitive) == 0)
                    known = day;
            if (known == 0)
                return refuse(QStringLiteral("days"), tr("“%1” is no day of the week.").arg(word.trimmed()));
            wanted.days |= 1 << (known - 1);
        }
        const auto stored = m_desk.perform(setSchedule, wanted);
        if (!stored)
            return stored.error();
        m_notice.good(tr("%1: %2.").arg(workLabel(stored->work), scheduleText(*stored)));
        return Done{};
    });
}
