#include "gui/shell/theme.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <gtest/gtest.h>
#include <memory>

namespace {

/// Whoever runs the tests keeps his own settings and unfinished work; each test begins with none.
class FreshHome : public testing::EmptyTestEventListener {
    void OnTestStart(const testing::TestInfo &) override
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", m_home->path().toLocal8Bit());
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home->path());
    }
    std::unique_ptr<QTemporaryDir> m_home;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("purser-tests"));
    QApplication::setOrganizationName(QStringLiteral("purser-tests"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    theme::apply(theme::Look::Light);
    testing::InitGoogleTest(&argc, argv);
    testing::UnitTest::GetInstance()->listeners().Append(new FreshHome);
    return RUN_ALL_TESTS();
}
