#include "channels/secrets.h"

#include "base/json.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace channels {
namespace {

constexpr char formatMark = 1; ///< first byte of a sealed text
constexpr qsizetype keyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype keyIdBytes = 8;
constexpr qsizetype headBytes = 1 + keyIdBytes + nonceBytes;

QString tr(const char *text) { return QCoreApplication::translate("Secrets", text); }

/// Wiped when it goes, and never swapped out.
class Key {
public:
    Key() { sodium_mlock(m_bytes.data(), m_bytes.size()); }
    ~Key() { sodium_munlock(m_bytes.data(), m_bytes.size()); }
    Key(const Key &) = delete;
    Key &operator=(const Key &) = delete;

    uchar *data() { return m_bytes.data(); }
    const uchar *data() const { return m_bytes.data(); }
    QByteArray id() const
    {
        std::array<uchar, crypto_generichash_BYTES> hash{};
        crypto_generichash(hash.data(), hash.size(), m_bytes.data(), m_bytes.size(), nullptr, 0);
        return QByteArray(reinterpret_cast<const char *>(hash.data()), keyIdBytes);
    }

private:
    std::array<uchar, keyBytes> m_bytes{};
};

struct File {
    int descriptor;
    ~File()
    {
        if (descriptor >= 0)
            close(descriptor);
    }
};

Error fileTrouble(const QString &path)
{
    return {Error::Kind::Fault, QStringLiteral("key_file"), tr("The key file %1 cannot be used: %2").arg(path, qt_error_string(errno)), {}};
}

Error missing(const QString &path)
{
    return refuse(QStringLiteral("key_missing"), tr("The key that opens this company's channel secrets is not on this machine: %1").arg(path),
                  tr("Copy the key file from the machine that set the channel up, or enter the channel's keys again."));
}

/// The company's id is part of a file name.
bool isPlain(const QString &uid)
{
    return !uid.isEmpty() && uid.size() <= 64
           && std::all_of(uid.begin(), uid.end(), [](QChar c) { return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-'); });
}

/// Writes a new key beside the path and links it there, so that nobody ever sees half of it; the first of two wins.
Result<> createKey(const QString &path)
{
    const QString folder = QFileInfo(path).path();
    if (!QFileInfo::exists(folder)) {
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    Key key;
    randombytes_buf(key.data(), keyBytes);
    QByteArray draft = QFile::encodeName(folder + QStringLiteral("/.new-key-XXXXXX"));
    const File file{mkostemp(draft.data(), O_CLOEXEC)}; // 0600
    const bool written = file.descriptor >= 0 && write(file.descriptor, key.data(), size_t(keyBytes)) == keyBytes && fsync(file.descriptor) == 0;
    const bool linked = written && (link(draft.constData(), QFile::encodeName(path).constData()) == 0 || errno == EEXIST);
    const Error trouble = fileTrouble(path);
    if (file.descriptor >= 0)
        unlink(draft.constData());
    if (!linked)
        return trouble;
    return Done{};
}

Result<> readKey(const QString &path, Key &key)
{
    const File file{open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY)};
    if (file.descriptor < 0)
        return errno == ENOENT ? missing(path) : fileTrouble(path);
    struct stat facts {};
    if (fstat(file.descriptor, &facts) != 0)
        return fileTrouble(path);
    if (facts.st_mode & (S_IRWXG | S_IRWXO))
        return refuse(QStringLiteral("key_readable_by_others"), tr("Others on this machine can read the key file %1.").arg(path),
                      tr("Take their rights away (chmod 600), and if they are not to be trusted, change the keys in the shop."));
    if (!S_ISREG(facts.st_mode) || facts.st_size != keyBytes || read(file.descriptor, key.data(), size_t(keyBytes)) != keyBytes)
        return refuse(QStringLiteral("key_damaged"), tr("%1 is not a key file.").arg(path),
                      tr("Restore it from a backup, or enter the channel's keys again."));
    return Done{};
}

QByteArray boundTo(const QString &companyUid, const QString &channel, const QByteArray &head)
{
    return "purser channel secrets" + QByteArray(1, 0) + companyUid.toUtf8() + QByteArray(1, 0) + channel.toUtf8() + QByteArray(1, 0) + head;
}

const uchar *bytes(const QByteArray &array) { return reinterpret_cast<const uchar *>(array.constData()); }

void wipe(QByteArray &text) { sodium_memzero(text.data(), size_t(text.size())); }

Result<> ready(const QString &companyUid)
{
    if (sodium_init() < 0)
        return Error{Error::Kind::Fault, QStringLiteral("no_randomness"), tr("This machine has no source of randomness."), {}};
    if (!isPlain(companyUid))
        return Error{Error::Kind::Fault, QStringLiteral("company_uid"), tr("This company has no usable identity."), {}};
    return Done{};
}

} // namespace

QString keyFileOf(const QString &companyUid)
{
    if (const QString named = qEnvironmentVariable("PURSER_KEY_FILE"); !named.isEmpty())
        return named;
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/purser/keys/") + companyUid
           + QStringLiteral(".key");
}

Result<QByteArray> seal(const QString &companyUid, const QString &channel, const std::vector<QString> &secrets)
{
    if (const auto usable = ready(companyUid); !usable)
        return usable.error();
    const QString path = keyFileOf(companyUid);
    if (!QFileInfo::exists(path))
        if (const auto created = createKey(path); !created)
            return created.error();
    Key key;
    if (const auto read = readKey(path, key); !read)
        return read.error();

    JsonArray texts;
    for (const QString &secret : secrets)
        texts.emplace_back(secret);
    QByteArray plain = Json(std::move(texts)).toJson();
    QByteArray head(headBytes, 0);
    randombytes_buf(head.data(), size_t(head.size()));
    head.replace(0, 1 + keyIdBytes, QByteArray(1, formatMark) + key.id());
    const QByteArray bound = boundTo(companyUid, channel, head);
    QByteArray box(plain.size() + tagBytes, 0);
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<uchar *>(box.data()), nullptr, bytes(plain), size_t(plain.size()), bytes(bound),
                                               size_t(bound.size()), nullptr, bytes(head) + 1 + keyIdBytes, key.data());
    wipe(plain);
    return head + box;
}

Result<std::vector<QString>> unseal(const QString &companyUid, const QString &channel, const QByteArray &sealed)
{
    if (const auto usable = ready(companyUid); !usable)
        return usable.error();
    Key key;
    if (const auto read = readKey(keyFileOf(companyUid), key); !read)
        return read.error();
    const Error damaged =
        refuse(QStringLiteral("secrets_damaged"), tr("The stored keys of channel %1 cannot be opened: they were changed.").arg(channel),
               tr("Enter the channel's keys again."));
    if (sealed.size() < headBytes + tagBytes || sealed[0] != formatMark)
        return damaged;
    if (sealed.mid(1, keyIdBytes) != key.id())
        return refuse(QStringLiteral("key_differs"),
                      tr("The keys of channel %1 were sealed with another key than the one on this machine.").arg(channel),
                      tr("Copy the key file from the machine that set the channel up, or enter the channel's keys again."));

    const QByteArray head = sealed.left(headBytes);
    const QByteArray box = sealed.mid(headBytes);
    const QByteArray bound = boundTo(companyUid, channel, head);
    QByteArray plain(box.size() - tagBytes, 0);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<uchar *>(plain.data()), nullptr, nullptr, bytes(box), size_t(box.size()),
                                                   bytes(bound), size_t(bound.size()), bytes(head) + 1 + keyIdBytes, key.data())
        != 0)
        return damaged;
    const auto texts = Json::parse(plain);
    wipe(plain);
    if (!texts || !texts->isArray())
        return damaged;
    std::vector<QString> secrets;
    for (const Json &text : texts->items())
        secrets.push_back(text.text());
    return secrets;
}

} // namespace channels
