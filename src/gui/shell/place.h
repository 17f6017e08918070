#pragma once

#include "gui/bind/notice.h"
#include "gui/shell/desk.h"

#include <QAction>
#include <QToolBar>
#include <QVBoxLayout>
#include <QWidget>

/// What stands in a tab: a place such as Orders, or an editor such as one order. A toolbar, a notice, and the content below. It is read when it is
/// shown first, and again when the company changed: at once if it is looked at, else when it is looked at next.
class Place : public QWidget {
    Q_OBJECT

public:
    Place(Desk &desk, const QString &title, const char *iconName, QWidget *parent = nullptr);

    QString title() const { return m_title; }
    const char *iconName() const { return m_iconName; }
    Notice &notice() { return *m_notice; }
    /// What is edited here: "order-12"; empty for a place. The same thing is not opened twice.
    virtual QString key() const { return {}; }
    /// Reads what is shown. Places say how; others call reload().
    virtual void refresh() {}
    void reload();
    /// Where the keyboard should be when the tab opens.
    virtual void enter() {}
    /// Whether something typed is not stored yet; the tab shows it, and it is asked before the tab closes.
    virtual bool isDirty() const { return false; }
    /// Stores what was typed. False where that was refused.
    virtual bool save() { return true; }
    /// Forgets what was typed.
    virtual void discard() {}

    /// An action on the toolbar, with its key shown in the tooltip and in Ctrl+K.
    QAction *addAction(const char *iconName, const QString &text, const QKeySequence &key, std::function<void()> act);

signals:
    void titleChanged();
    void openOrder(const QString &number);
    void openProduct(const QString &sku);
    void openCustomer(const QString &code);

protected:
    void setTitle(const QString &title);
    Desk &desk() { return m_desk; }
    QVBoxLayout *content() { return m_content; }
    QToolBar *toolbar() { return m_toolbar; }
    void showEvent(QShowEvent *event) override;

private:
    Desk &m_desk;
    QString m_title;
    const char *m_iconName;
    QToolBar *m_toolbar;
    Notice *m_notice;
    QVBoxLayout *m_content;
    bool m_stale = true;
};
