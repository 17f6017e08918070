#include "gui/shell/theme.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QSettings>
#include <QTemporaryDir>
#include <QTranslator>
#include <gtest/gtest.h>

static void speak(QTranslator &own, QTranslator &qt)
{
    const QLocale locale;
    EXPECT_TRUE(own.load(locale, QStringLiteral("purser"), QStringLiteral("_"), QStringLiteral(":/i18n")));
    QCoreApplication::installTranslator(&own);
    if (qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt);
}

int main(int argc, char **argv)
{
    QTemporaryDir home; // whoever runs the tests keeps his own settings and unfinished work
    qputenv("XDG_DATA_HOME", home.path().toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("purser"));
    QApplication::setOrganizationName(QStringLiteral("purser"));
    const QString look = qEnvironmentVariable("PURSER_LOOK"); // dark, german; all else is light and English
    QLocale::setDefault(QLocale(look == QLatin1String("german") ? QStringLiteral("de_DE") : QStringLiteral("en_GB")));
    QTranslator own, qt;
    speak(own, qt);
    theme::apply(look == QLatin1String("dark") ? theme::Look::Dark : theme::Look::Light);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
