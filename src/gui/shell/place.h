#pragma once

#include "gui/bind/notice.h"
#include "gui/shell/desk.h"

#include <QAction>
#include <QToolBar>
#include <QVBoxLayout>
#include <QWidget>

/// What stands in a tab: a place such as Orders, or an editor such as one order. A toolbar, a notice, and the content below.
class Place : public QWidget {
    Q_OBJECT

public:
    Place(Desk &desk, const QString &title, const char *iconName, QWidget *parent = nullptr);

    QString title() const { return m_title; }
    const char *iconName() const { return m_iconName; }
    Notice &notice() { return *m_notice; }
    virtual void refresh() {}
    /// Where the keyboard should be when the tab opens.
    virtual void enter() {}
    /// Whether something typed is not saved yet; the tab shows it and asks before it is closed.
    virtual bool isDirty() const { return false; }

    /// An action on the toolbar, with its key shown in the tooltip and in Ctrl+K.
    QAction *addAction(const char *iconName, const QString &text, const QKeySequence &key, std::function<void()> act);

signals:
    void titleChanged();
    void openOrder(const QString &number);
    void openProduct(const QString &sku);
    void openCustomer(const QString &code);
    void closeMe();

protected:
    void setTitle(const QString &title);
    Desk &desk() { return m_desk; }
    QVBoxLayout *content() { return m_content; }
    QToolBar *toolbar() { return m_toolbar; }

private:
    Desk &m_desk;
    QString m_title;
    const char *m_iconName;
    QToolBar *m_toolbar;
    Notice *m_notice;
    QVBoxLayout *m_content;
};
