#include "gui/channels/channelforms.h"

#include "channels/engine/setting.h"
#include "gui/bind/question.h"

#include <QCoreApplication>
#include <QLabel>

static QString tr(const char *text) { return QCoreApplication::translate("ChannelForms", text); }

namespace {

QByteArray secretField(size_t index) { return "secret" + QByteArray::number(qulonglong(index)); }

/// Kind, address and keys: what of them is asked for depends on the kind.
class AccessFields {
public:
    AccessFields(Question *question, const QString &kind, const QString &url)
        : m_question(question), m_kind(question->addChoice("kind", tr("Kind"), kinds()))
    {
        m_kind->setCurrentIndex(std::max(0, m_kind->findData(kind)));
        question->addText("url", tr("Address"), url.isEmpty() ? QStringLiteral("https://") : url);
        for (const channels::Kind &known : channels::kinds())
            m_secrets = std::max(m_secrets, known.secretNames.size());
        for (size_t i = 0; i < m_secrets; ++i)
            question->addText(secretField(i).constData(), tr("Key"))->setEchoMode(QLineEdit::Password);
        m_help = question->addWords();
        m_help->setObjectName(QStringLiteral("hint"));
    }
    QComboBox *kindBox() const { return m_kind; }
    const channels::Kind &kind() const { return *channels::findKind(m_kind->currentData().toString()); }

    void show() const
    {
        const channels::Kind &now = kind();
        m_question->showField("url", now.talks);
        for (size_t i = 0; i < m_secrets; ++i) {
            m_question->showField(secretField(i).constData(), i < now.secretNames.size());
            if (i < now.secretNames.size())
                m_question->setLabel(secretField(i).constData(), now.secretNames[i]);
        }
        m_help->setText(now.secretHelp);
        m_help->setVisible(!now.secretHelp.isEmpty());
    }
    /// `url` is that of a site without a platform.
    NewChannel read(const QString &url) const
    {
        NewChannel wanted;
        wanted.kind = kind().id;
        wanted.url = kind().talks ? m_question->text("url") : url;
        for (size_t i = 0; i < kind().secretNames.size(); ++i)
            wanted.secrets.push_back(m_question->text(secretField(i).constData()));
        return wanted;
    }

private:
    static std::vector<std::pair<QString, QString>> kinds()
    {
        std::vector<std::pair<QString, QString>> all;
        for (const channels::Kind &kind : channels::kinds())
            all.emplace_back(kind.id, kind.label);
        return all;
    }

    Question *m_question;
    QComboBox *m_kind;
    QLabel *m_help;
    size_t m_secrets = 0;
};

void addSetting(Question *question, const channels::Setting &setting, const QString &text)
{
    using Type = channels::Setting::Type;
    if (setting.type == Type::Text || setting.type == Type::Pairs) {
        question->addText(qPrintable(setting.key), setting.label, text);
        return;
    }
    auto choices = setting.choices;
    if (setting.type == Type::YesNo)
        choices = {{QStringLiteral("yes"), tr("Yes")}, {QStringLiteral("no"), tr("No")}};
    if (setting.key != QLatin1String("currency") && setting.key != QLatin1String("tax_inclusive"))
        choices.insert(choices.begin(), {QString(), QStringLiteral("–")});
    QComboBox *box = question->addChoice(qPrintable(setting.key), setting.label, choices);
    box->setCurrentIndex(std::max(0, box->findData(text)));
}

/// The keys that were typed; none where all fields are empty: they stay as they are.
std::vector<QString> typedKeys(const Question *question, const channels::Kind &kind)
{
    std::vector<QString> keys;
    bool any = false;
    for (size_t i = 0; i < kind.secretNames.size(); ++i) {
        keys.push_back(question->text(secretField(i).constData()));
        any = any || !keys.back().isEmpty();
    }
    return any ? keys : std::vector<QString>();
}

} // namespace

void askNewChannel(QWidget *parent, Desk &desk, ThenChannel then)
{
    auto *question = new Question(parent, tr("Add a channel"), tr("Add the channel"));
    question->addText("name", tr("Name"));
    const AccessFields access(question, QString(), QString());
    QObject::connect(access.kindBox(), &QComboBox::currentIndexChanged, question, [access] { access.show(); });
    access.show();
    question->ask([question, access, then, &desk]() -> Result<> {
        NewChannel wanted = access.read(QString());
        wanted.name = question->text("name");
        const auto added = addChannel(desk.session(), wanted);
        if (!added)
            return added.error();
        desk.tellChanged();
        then(*added);
        return Done{};
    });
}

void askPlatform(QWidget *parent, Desk &desk, const Channel &channel, ThenChannel then)
{
    auto *question = new Question(parent, tr("Another platform for %1").arg(channel.name), tr("Change the platform"));
    const AccessFields access(question, channel.kind, channel.url);
    QLabel *effects = question->addWords();
    effects->setObjectName(QStringLiteral("effects"));
    const auto show = [access, effects, channel] {
        access.show();
        effects->setText(platformEffects(channel, access.kind()).join(u'\n'));
    };
    QObject::connect(access.kindBox(), &QComboBox::currentIndexChanged, question, show);
    show();
    question->ask([access, channel, then, &desk]() -> Result<> {
        const auto changed = changePlatform(desk.session(), channel.id, access.read(channel.url));
        if (!changed)
            return changed.error();
        desk.tellChanged();
        then(*changed);
        return Done{};
    });
}

void askSettings(QWidget *parent, Desk &desk, const Channel &channel, ThenChannel then)
{
    const channels::Kind *kind = channels::findKind(channel.kind);
    const auto known = desk.ask([&](Tx &tx) {
        std::vector<std::pair<channels::Setting, QString>> all;
        for (const channels::Setting &setting : kind ? settingsFor(tx, *kind) : std::vector<channels::Setting>())
            all.emplace_back(setting, settingText(tx, channel, setting));
        return all;
    });
    if (!kind || !known)
        return;
    auto *question = new Question(parent, tr("Settings of %1").arg(channel.name), tr("Store"));
    question->addText("url", tr("Address"), channel.url);
    for (size_t i = 0; i < kind->secretNames.size(); ++i) {
        QLineEdit *secret = question->addText(secretField(i).constData(), kind->secretNames[i]);
        secret->setEchoMode(QLineEdit::Password);
        secret->setPlaceholderText(tr("as it is"));
    }
    for (const auto &[setting, text] : *known)
        addSetting(question, setting, text);
    question->ask([question, channel, kind, known = *known, then, &desk]() -> Result<> {
        SaidSettings said;
        for (const auto &[setting, before] : known)
            if (const QString now = question->text(qPrintable(setting.key)); now != before)
                said.emplace_back(setting.key, now);
        const auto keys = typedKeys(question, *kind);
        const auto stored = desk.perform([&](Tx &tx) -> Result<Channel> {
            Channel now = tx.get(channel.id); // pulls and pushes went on meanwhile
            if (const QString url = question->text("url"); url != channel.url) {
                now.url = url;
                if (auto saved = saveChannel(tx, now); !saved)
                    return saved;
            }
            return changeSettings(tx, channel.id, said);
        });
        if (!stored)
            return stored.error();
        if (!keys.empty())
            if (auto sealed = setChannelSecrets(desk.session(), channel.id, keys); !sealed)
                return sealed.error();
        then(*stored);
        return Done{};
    });
}
