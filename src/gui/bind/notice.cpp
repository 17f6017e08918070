#include "gui/bind/notice.h"

#include "gui/shell/icons.h"
#include "gui/shell/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

Notice::Notice(QWidget *parent) : QFrame(parent), m_icon(new QLabel), m_text(new QLabel), m_action(new QToolButton), m_close(new QToolButton)
{
    setObjectName(QStringLiteral("notice"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 6, 6, 6);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_action->setObjectName(QStringLiteral("noticeAction"));
    m_action->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_action->setFocusPolicy(Qt::TabFocus);
    m_action->hide();
    connect(m_action, &QToolButton::clicked, this, [this] {
        const auto act = m_act;
        clear();
        act();
    });
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_close->setAutoRaise(true);
    m_close->setIcon(icon("x"));
    m_close->setFocusPolicy(Qt::NoFocus);
    m_close->setAccessibleName(tr("Close this message"));
    connect(m_close, &QToolButton::clicked, this, &Notice::clear);
    hide();
}

void Notice::say(Tone tone, const QString &text)
{
    m_tone = tone;
    paintIcon();
    m_text->setText(text);
    m_action->hide();
    setAccessibleName(text);
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Notice::refusal(const Error &error) { say(Tone::Bad, error.hint.isEmpty() ? error.text : error.text + u'\n' + error.hint); }

void Notice::offer(const QString &text, const QString &action, std::function<void()> act)
{
    say(Tone::Info, text);
    m_act = std::move(act);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->show();
}

void Notice::clear()
{
    m_text->clear();
    hide();
}

QString Notice::text() const { return m_text->text(); }

void Notice::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
}

void Notice::paintIcon()
{
    static const std::pair<const char *, QColor (*)()> looks[] = {
        {"info", theme::accent}, {"circle-check", theme::good}, {"triangle-alert", theme::warning}, {"circle-alert", theme::bad}};
    const auto &[name, color] = looks[int(m_tone)];
    m_icon->setPixmap(icon(name, color()).pixmap(18, 18));
}
