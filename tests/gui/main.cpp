#include "gui/shell/theme.h"

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <gtest/gtest.h>

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("purser-tests"));
    QApplication::setOrganizationName(QStringLiteral("purser-tests"));
    // Whoever runs the tests keeps his own settings and unfinished work.
    QTemporaryDir home;
    QStandardPaths::setTestModeEnabled(true);
    qputenv("XDG_DATA_HOME", home.path().toLocal8Bit());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home.path());
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    theme::apply(theme::Look::Light);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
