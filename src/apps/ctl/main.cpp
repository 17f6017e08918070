#include "apps/ctl/call.h"

#include <QCoreApplication>
#include <QFile>
#include <csignal>

namespace {

SyncControl control;

void stop(int) { control.cancelled = true; }

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("purserctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PURSER_VERSION));
    std::signal(SIGINT, stop);
    std::signal(SIGTERM, stop);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 3;
    QTextStream output(stdout), error(stderr);
    return ctl::run(QCoreApplication::arguments().mid(1), input, output, error, control);
}
