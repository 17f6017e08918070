#pragma once

#include <QDir>
#include <QProcess>
#include <gtest/gtest.h>

struct TlsFiles {
    QString certificate;
    QString key;
};

/// A certificate that vouches for itself, for an IP address; valid for so many days, or since yesterday no more.
inline TlsFiles makeCertificate(const QString &folder, const char *address, int days = 2)
{
    const QDir dir(folder);
    const TlsFiles files{dir.filePath(QStringLiteral("certificate.pem")), dir.filePath(QStringLiteral("key.pem"))};
    const auto openssl = [&](const QStringList &arguments) {
        QProcess process;
        process.setWorkingDirectory(folder);
        process.start(QStringLiteral("openssl"), arguments);
        EXPECT_TRUE(process.waitForFinished(20'000) && process.exitCode() == 0) << process.readAllStandardError().constData();
    };
    const QString names = QStringLiteral("subjectAltName=IP:") + QString::fromLatin1(address);
    openssl({"req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", files.key, "-subj", "/CN=practice", "-addext",
             names, "-out", "request.pem"});
    openssl({"x509", "-req", "-in", "request.pem", "-signkey", files.key, "-copy_extensions", "copy", "-days", QString::number(days), "-out",
             files.certificate});
    return files;
}
