#include "support/testcompany.h"

#include <QFile>
#include <QProcess>

// The program itself, as a shell starts it.

TEST(Program, drawsAReportWhereThereIsNoScreen)
{
    TestCompany company;
    if (company.isServer())
        return; // one engine shows it
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("balance.pdf"));
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(name));
    process.setProcessEnvironment(environment);

    process.start(QStringLiteral(PURSER_CTL),
                  {QStringLiteral("--company"), company.locator().text, QStringLiteral("report"), QStringLiteral("trial-balance"),
                   QStringLiteral("--format"), QStringLiteral("pdf"), QStringLiteral("--output"), file});

    ASSERT_TRUE(process.waitForFinished());
    EXPECT_EQ(process.exitCode(), 0) << process.readAllStandardError().constData();
    QFile drawn(file);
    ASSERT_TRUE(drawn.open(QIODevice::ReadOnly));
    EXPECT_TRUE(drawn.readAll().startsWith("%PDF-"));
}

TEST(Program, aPdfGoesToAPipeAsItIs)
{
    TestCompany company;
    QProcess process;
    process.start(QStringLiteral(PURSER_CTL), {QStringLiteral("--company"), company.locator().text, QStringLiteral("report"),
                                               QStringLiteral("trial-balance"), QStringLiteral("--format"), QStringLiteral("pdf")});

    ASSERT_TRUE(process.waitForFinished());
    EXPECT_EQ(process.exitCode(), 0); // its output is no terminal here: the bytes come as they are
    EXPECT_TRUE(process.readAllStandardOutput().startsWith("%PDF-"));
}
