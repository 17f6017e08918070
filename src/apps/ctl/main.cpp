#include "apps/ctl/call.h"

#include <QFile>
#include <QGuiApplication>
#include <algorithm>
#include <csignal>
#include <memory>
#include <unistd.h>

namespace {

SyncControl control;

/// The first time asks the work to stop at a safe point; the second time ends the program, which the database survives.
void stop(int)
{
    control.cancelled = true;
    constexpr char text[] = "\nStopping at a safe point. Once more ends it at once.\n";
    if (isatty(STDERR_FILENO) && write(STDERR_FILENO, text, sizeof text - 1) < 0)
        _exit(1);
}

void stopOn(int signal)
{
    struct sigaction action {};
    action.sa_handler = stop;
    action.sa_flags = int(SA_RESETHAND);
    sigaction(signal, &action, nullptr);
}

} // namespace

int main(int argc, char **argv)
{
    // Drawing pages needs fonts and so the larger application, which needs no screen.
    const bool draws = std::any_of(argv, argv + argc, [](const char *word) { return QByteArray(word).endsWith("pdf"); });
    if (draws)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const std::unique_ptr<QCoreApplication> app(draws ? new QGuiApplication(argc, argv) : new QCoreApplication(argc, argv));
    QCoreApplication::setApplicationName(QStringLiteral("purserctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PURSER_VERSION));
    stopOn(SIGINT);
    stopOn(SIGTERM);
    QFile input, output;
    if (!input.open(stdin, QIODevice::ReadOnly) || !output.open(stdout, QIODevice::WriteOnly))
        return ctl::Refused;
    QTextStream out(&output), error(stderr);
    ctl::Surroundings surroundings;
    surroundings.terminal = {isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0, isatty(STDERR_FILENO) != 0};
    return ctl::run(QCoreApplication::arguments().mid(1), input, out, error, control, surroundings);
}
