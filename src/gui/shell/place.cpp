#include "gui/shell/place.h"

#include "gui/shell/icons.h"

#include <QScrollArea>
#include <QToolButton>

Place::Place(Desk &desk, const QString &title, const char *iconName, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_title(title), m_iconName(iconName), m_toolbar(new QToolBar), m_notice(new Notice), m_content(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 10, 8);
    column->setSpacing(6);
    m_toolbar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolbar->setIconSize({18, 18});
    m_toolbar->setMovable(false);
    column->addWidget(m_toolbar);
    column->addWidget(m_notice);
    auto *area = new QScrollArea; // for screens that are too small for what is in it
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget;
    m_content->setContentsMargins(0, 0, 0, 0);
    inside->setLayout(m_content);
    area->setWidget(inside);
    column->addWidget(area, 1);
    connect(&desk, &Desk::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            reload();
    });
}

void Place::reload()
{
    m_stale = false;
    refresh();
}

void Place::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        reload();
}

QAction *Place::addAction(const char *iconName, const QString &text, const QKeySequence &key, std::function<void()> act)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (!key.isEmpty())
        action->setToolTip(QStringLiteral("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, [act] { act(); });
    QWidget::addAction(action);
    m_toolbar->addAction(action);
    if (QWidget *button = m_toolbar->widgetForAction(action)) {
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(text);
    }
    return action;
}

void Place::setTitle(const QString &title)
{
    m_title = title;
    emit titleChanged();
}
