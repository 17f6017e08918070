#include "hands.h"

#include <QGuiApplication>
#include <QProcess>
#include <QScreen>
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

void click(QWidget *widget)
{
    ASSERT_TRUE(widget && widget->isVisible());
    click(widget->mapToGlobal(widget->rect().center()));
}

bool until(const std::function<bool()> &condition) { return QTest::qWaitFor(condition, 60'000); }

} // namespace hands
