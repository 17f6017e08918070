#pragma once

#include "channels/practicestore/practicestore.h"
#include "core/sales/salesorder.h"
#include "gui/shell/mainwindow.h"
#include "support/freshplace.h"

#include <QTableView>

/// Of the window as it stands on the screen, with what lies over it; into the folder PURSER_SCREENSHOTS, where it is set.
void keepPicture(QWidget *window, const QString &name);

/// What the desk says for an English sentence of one of its classes.
QString words(const char *context, const char *english);

/// The practice company on the desk beside its store, and hands on keyboard and mouse. Buttons and places are named in English, whatever the desk
/// speaks.
class Workstation {
public:
    Workstation();

    channels::practicestore::PracticeStore &store() { return m_store; }
    MainWindow &window() { return *m_window; }
    Place &place() { return *m_window->current(); }
    template <class Question> auto ask(Question question) { return *m_window->desk().session().ask(question); }
    qint64 number(const char *sql);
    QString text(const char *sql);

    /// With the mouse, in the list on the left.
    void goTo(const char *title);
    /// With the mouse, on the toolbar; where it has no room for the button, in the menu at its end.
    void pressButton(const char *text);
    void pressButtonNamed(const QString &text);
    QString said();
    bool says(const char *words);
    bool saysSomething();
    /// A window that asks something has the keyboard.
    bool isAsked();
    bool isAnswered();
    /// Ctrl+K finds anything.
    void find(const QString &words, const QString &title);

    QTableView *table(const char *name);
    /// With the mouse, on the first cell of a row.
    void chooseRow(const char *table, int row);
    /// With the mouse, on a tab inside of the place.
    void chooseTab(int index);
    void picture(const char *name);

private:
    FreshPlace m_place{FreshPlace::engine()};
    channels::practicestore::PracticeStore m_store;
    std::unique_ptr<MainWindow> m_window;
};

channels::practicestore::Purchase buys(const char *sku, int quantity);
