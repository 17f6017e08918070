#include "channels/secrets.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace {

const QString company = QStringLiteral("8f14e45f-ceea-467f");
const QString shop = QStringLiteral("Web shop");
const std::vector<QString> words{QStringLiteral("ck_canary"), QStringLiteral("cs_\"Jörg\"")};

/// A configuration folder of its own for one test.
class Secrets : public testing::Test {
protected:
    QTemporaryDir home;

    Secrets() { qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.path())); }
    ~Secrets() override
    {
        qunsetenv("XDG_CONFIG_HOME");
        qunsetenv("PURSER_KEY_FILE");
    }
    QByteArray sealed()
    {
        auto result = channels::seal(company, shop, words);
        if (!result)
            ADD_FAILURE() << qPrintable(result.error().text);
        return result ? *result : QByteArray();
    }
    static QString refusal(const QByteArray &text, const QString &uid = company, const QString &channel = shop)
    {
        const auto result = channels::unseal(uid, channel, text);
        return result ? QStringLiteral("(opened)") : result.error().code;
    }
    static int rightsOf(const QString &path)
    {
        struct stat facts {};
        return stat(QFile::encodeName(path).constData(), &facts) == 0 ? int(facts.st_mode & 07777) : -1;
    }
};

} // namespace

TEST_F(Secrets, whatWasSealedOpensAgain)
{
    const auto opened = channels::unseal(company, shop, sealed());

    ASSERT_TRUE(opened);
    EXPECT_EQ(*opened, words);
}

TEST_F(Secrets, sealedTextShowsNothingAndIsNeverTheSameTwice)
{
    const QByteArray first = sealed();

    EXPECT_FALSE(first.contains("canary"));
    EXPECT_NE(first, sealed());
}

TEST_F(Secrets, theKeyIsMadeOnFirstUseForItsOwnerAlone)
{
    sealed();

    const QString path = channels::keyFileOf(company);
    EXPECT_TRUE(path.startsWith(home.path() + QStringLiteral("/purser/keys/"))) << qPrintable(path);
    EXPECT_EQ(rightsOf(path), 0600);
    EXPECT_EQ(rightsOf(QFileInfo(path).path()), 0700);
    EXPECT_EQ(QFileInfo(path).dir().entryList(QDir::Files | QDir::Hidden).size(), 1) << "no draft is left";
}

TEST_F(Secrets, theEnvironmentMayNameTheKeyFile)
{
    const QString path = home.filePath(QStringLiteral("elsewhere/own.key"));
    qputenv("PURSER_KEY_FILE", QFile::encodeName(path));

    const QByteArray text = sealed();

    EXPECT_EQ(rightsOf(path), 0600);
    EXPECT_EQ(refusal(text), "(opened)");
}

TEST_F(Secrets, withoutItsKeyNothingOpensAndNoNewKeyIsMade)
{
    const QByteArray text = sealed();
    ASSERT_TRUE(QFile::remove(channels::keyFileOf(company)));

    EXPECT_EQ(refusal(text), "key_missing");
    EXPECT_FALSE(QFileInfo::exists(channels::keyFileOf(company)));
}

TEST_F(Secrets, aKeyThatOthersCanReadIsRefused)
{
    const QByteArray text = sealed();
    const QByteArray path = QFile::encodeName(channels::keyFileOf(company));

    for (const int rights : {0640, 0604, 0660, 0620}) {
        ASSERT_EQ(chmod(path.constData(), mode_t(rights)), 0);
        EXPECT_EQ(refusal(text), "key_readable_by_others") << rights;
        EXPECT_EQ(channels::seal(company, shop, words).error().code, "key_readable_by_others") << rights;
    }
}

TEST_F(Secrets, aFileThatIsNoKeyIsRefused)
{
    const QByteArray text = sealed();
    QFile file(channels::keyFileOf(company));
    ASSERT_TRUE(file.open(QFile::WriteOnly | QFile::Append));
    file.write("x");
    file.close();

    EXPECT_EQ(refusal(text), "key_damaged");
}

TEST_F(Secrets, anotherKeyIsRecognised)
{
    const QByteArray text = sealed();
    ASSERT_TRUE(QFile::remove(channels::keyFileOf(company)));
    sealed();

    EXPECT_EQ(refusal(text), "key_differs");
}

TEST_F(Secrets, everyChangedByteIsNoticed)
{
    const QByteArray text = sealed();

    for (qsizetype i = 0; i < text.size(); ++i) {
        QByteArray changed = text;
        changed[i] = char(changed[i] ^ 1);
        EXPECT_NE(refusal(changed), "(opened)") << i;
        EXPECT_NE(refusal(text.left(i)), "(opened)") << i;
    }
}

TEST_F(Secrets, textOfAnotherChannelOrCompanyDoesNotOpen)
{
    const QByteArray text = sealed();
    qputenv("PURSER_KEY_FILE", QFile::encodeName(channels::keyFileOf(company)));

    EXPECT_EQ(refusal(text, company, QStringLiteral("Other shop")), "secrets_damaged");
    EXPECT_EQ(refusal(text, QStringLiteral("other-company")), "secrets_damaged");
}

TEST_F(Secrets, aCompanysIdentityCannotLeadOutOfTheFolder)
{
    EXPECT_EQ(channels::seal(QStringLiteral("../../etc/x"), shop, words).error().code, "company_uid");
    EXPECT_EQ(channels::seal({}, shop, words).error().code, "company_uid");
}
