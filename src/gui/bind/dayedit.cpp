#include "gui/bind/dayedit.h"

#include "gui/bind/typing.h"

#include <QKeyEvent>

static QDate thisDay() { return QDate::currentDate(); }

DayEdit::DayEdit(QWidget *parent) : QLineEdit(parent)
{
    setToolTip(tr("A day: t for today, +7, -3, 15, 31.1."));
    connect(this, &QLineEdit::editingFinished, this, [this] {
        if (const auto typed = day(); typed && typed->isValid() && text() != dayText(*typed))
            setText(dayText(*typed));
    });
}

void DayEdit::setDay(QDate day) { setText(dayText(day)); }

std::optional<QDate> DayEdit::day() const
{
    if (text().trimmed().isEmpty())
        return QDate();
    return typedDay(text(), thisDay());
}

void DayEdit::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Down ? -1 : 0;
    const auto now = day();
    if (step == 0 || !now) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    setDay(now->isValid() ? now->addDays(step) : thisDay());
    emit textEdited(text());
}
