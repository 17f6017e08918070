#include "gui/shell/theme.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <gtest/gtest.h>

int main(int argc, char **argv)
{
    QTemporaryDir home; // whoever runs the tests keeps his own settings and unfinished work
    qputenv("XDG_DATA_HOME", home.path().toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("purser"));
    QApplication::setOrganizationName(QStringLiteral("purser"));
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    theme::apply(theme::Look::Light);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
