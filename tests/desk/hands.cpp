#include "hands.h"

#include <QGuiApplication>
#include <QProcess>
#include <QScreen>
#include <QScrollArea>
#include <QTest>
#include <gtest/gtest.h>

namespace hands {

static void xdotool(const QStringList &words)
{
    QProcess process;
    process.start(QStringLiteral("xdotool"), words);
    const bool ended = process.waitForStarted() && QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 30'000);
    ASSERT_TRUE(ended && process.exitCode() == 0) << qPrintable(words.join(u' ')) << process.readAllStandardError().constData();
    QTest::qWait(30); // the events are on their way through the server
}

void press(const char *keys) { xdotool({QStringLiteral("key"), QStringLiteral("--clearmodifiers"), QString::fromLatin1(keys)}); }

void type(const QString &text) { xdotool({QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("15"), text}); }

void click(const QPoint &screen, int times)
{
    const qreal scale = QGuiApplication::primaryScreen()->devicePixelRatio();
    xdotool({QStringLiteral("mousemove"), QString::number(qRound(screen.x() * scale)), QString::number(qRound(screen.y() * scale))});
    xdotool({QStringLiteral("click"), QStringLiteral("--repeat"), QString::number(times), QStringLiteral("--delay"), QStringLiteral("60"),
             QStringLiteral("1")});
}

/// As the wheel of the mouse does it.
static void scrollTo(QWidget *widget, const QPoint &point)
{
    for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(parent)) {
            const QPoint there = widget->mapTo(area->widget(), point);
            area->ensureVisible(there.x(), there.y(), 40, 20);
        }
    QTest::qWait(30);
}

void click(QWidget *widget) { click(widget, widget ? widget->rect().center() : QPoint()); }

void click(QWidget *widget, const QPoint &point)
{
    ASSERT_TRUE(widget && widget->isVisible());
    scrollTo(widget, point);
    click(widget->mapToGlobal(point));
}

bool until(const std::function<bool()> &condition) { return QTest::qWaitFor(condition, 60'000); }

} // namespace hands
