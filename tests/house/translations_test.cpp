#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <gtest/gtest.h>
#include <map>

namespace {

struct Said {
    QStringList forms; ///< one, or as many as the language has plurals
    bool unfinished = false;
};
using Messages = std::map<std::pair<QString, QString>, Said>; ///< by context and source

QStringList formsOf(QXmlStreamReader &xml)
{
    QStringList forms;
    QString whole;
    while (xml.readNext() != QXmlStreamReader::EndElement || xml.name() != u"translation") {
        if (xml.isStartElement() && xml.name() == u"numerusform")
            forms << xml.readElementText();
        else if (xml.isCharacters())
            whole += xml.text();
    }
    return forms.isEmpty() ? QStringList{whole} : forms;
}

Messages messagesOf(const QString &path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(path);
    QXmlStreamReader xml(&file);
    Messages messages;
    QString context, source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"source") {
            source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            const bool unfinished = !xml.attributes().value(QLatin1String("type")).isEmpty();
            messages[{context, source}] = {formsOf(xml), unfinished};
        }
    }
    EXPECT_FALSE(xml.hasError()) << qPrintable(path + QStringLiteral(": ") + xml.errorString());
    return messages;
}

std::string found(const QString &pattern, const QString &text)
{
    QStringList all;
    for (auto matches = QRegularExpression(pattern).globalMatch(text); matches.hasNext();)
        all << matches.next().captured();
    all.sort();
    return all.join(u'|').toStdString();
}

QDir translations() { return QDir(QStringLiteral(PURSER_SOURCE_DIR "/translations")); }

QStringList files() { return translations().entryList({QStringLiteral("*.ts")}); }

/// Calls look(message as text, source, one of its forms) for every form of every message of every language.
template <class Look> void everyForm(Look look)
{
    for (const QString &file : files())
        for (const auto &[key, said] : messagesOf(translations().filePath(file)))
            for (const QString &form : said.forms)
                look(QStringLiteral("%1, %2: “%3”").arg(file, key.first, key.second).toStdString(), key.second, form);
}

/// What one has and the other lacks.
std::string lacking(const Messages &one, const Messages &other)
{
    QStringList all;
    for (const auto &[key, said] : one)
        if (!other.contains(key))
            all << key.first + QStringLiteral(": ") + key.second;
    return all.join(u'\n').toStdString();
}

} // namespace

TEST(Translations, everyMessageIsSaidInGerman)
{
    EXPECT_TRUE(files().contains(QStringLiteral("purser_de.ts")));
    everyForm([](const std::string &message, const QString &, const QString &form) { EXPECT_FALSE(form.isEmpty()) << message; });
    for (const QString &file : files())
        for (const auto &[key, said] : messagesOf(translations().filePath(file)))
            EXPECT_FALSE(said.unfinished) << qPrintable(file + QStringLiteral(", ") + key.first + QStringLiteral(": ") + key.second);
}

TEST(Translations, figuresAndNamesFindTheirPlace)
{
    everyForm([](const std::string &message, const QString &source, const QString &form) {
        const QString placeholders = QStringLiteral("%L?\\d{1,2}|%n");
        const QString spacesAround = QStringLiteral("^\\s+|\\s+$");

        EXPECT_EQ(found(placeholders, source), found(placeholders, form)) << message;
        EXPECT_EQ(found(spacesAround, source), found(spacesAround, form)) << message;
    });
}

TEST(Translations, whatHasAKeyKeepsOne)
{
    everyForm([](const std::string &message, const QString &source, const QString &form) {
        static const QRegularExpression key(QStringLiteral("&\\S"));

        EXPECT_EQ(source.count(key), form.count(key)) << message;
    });
}

TEST(Translations, everyMessageOfTheSourcesIsThere)
{
    const QTemporaryDir copies;
    QProcess script;
    script.setProcessChannelMode(QProcess::MergedChannels);
    script.start(QStringLiteral(PURSER_SOURCE_DIR "/scripts/translations"), {QStringLiteral("--into"), copies.path()});

    ASSERT_TRUE(script.waitForFinished(120000));

    ASSERT_EQ(script.exitCode(), 0) << script.readAll().toStdString();
    ASSERT_FALSE(files().isEmpty());
    for (const QString &file : files()) {
        const Messages kept = messagesOf(translations().filePath(file)), said = messagesOf(copies.filePath(file));
        EXPECT_EQ(lacking(said, kept), "") << qPrintable(file) << ": run scripts/translations, then translate what is unfinished";
        EXPECT_EQ(lacking(kept, said), "") << qPrintable(file) << ": run scripts/translations, nothing says this any more";
    }
}
