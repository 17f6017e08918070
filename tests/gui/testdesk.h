#pragma once

#include "gui/shell/desk.h"
#include "support/testcompany.h"

#include <QTableView>
#include <QTest>

/// A company open on the desk, with the test's clock.
class TestDesk : public TestCompany {
public:
    TestDesk() : desk(another()) { desk.session().scene().actor = QStringLiteral("clerk"); }

    Desk desk;
};

/// Lets the desk work until something is true; background work and coalesced refreshes included.
template <class Condition> bool soon(Condition condition) { return QTest::qWaitFor(condition, 10000); }
/// Lets everything happen that is under way already.
inline void settle()
{
    for (int i = 0; i < 5; ++i)
        QTest::qWait(1);
}

template <class W> W *child(QWidget &parent, const char *name)
{
    auto *found = parent.findChild<W *>(QString::fromLatin1(name));
    if (!found)
        ADD_FAILURE() << "there is no " << name;
    return found;
}
inline void type(QWidget *widget, const char *text)
{
    widget->setFocus();
    QTest::keyClicks(widget, QString::fromUtf8(text));
}
/// With plain spaces where amounts keep their currency on the same line.
inline QString plain(QString text) { return text.replace(QChar::Nbsp, u' '); }
inline QString cell(QAbstractItemModel *model, int row, int column) { return plain(model->index(row, column).data().toString()); }
/// The cell of a row below a title.
inline QString cell(QAbstractItemModel *model, int row, const char *title)
{
    for (int column = 0; column < model->columnCount(); ++column)
        if (model->headerData(column, Qt::Horizontal).toString() == QLatin1String(title))
            return cell(model, row, column);
    return QStringLiteral("(no column %1)").arg(QLatin1String(title));
}
/// Presses a key where the keyboard is.
inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(QApplication::focusWidget(), key, modifiers); }
/// The small window that asks for what a step needs.
class Question;
Question *openQuestion(QWidget &parent);
/// Fills in fields by name and presses the button that does it.
void answer(QWidget &parent, const std::vector<std::pair<const char *, const char *>> &fields);
