#include "channels/engine/setting.h"

#include "core/audit/audit.h"

#include <QCoreApplication>
#include <algorithm>

using channels::Setting;
using Type = channels::Setting::Type;

static QString tr(const char *text) { return QCoreApplication::translate("Setting", text); }

std::vector<std::pair<QString, QString>> channels::orderStateChoices()
{
    return {{QStringLiteral("ignored"), tr("No order yet")},     {QStringLiteral("awaiting"), tr("Not paid yet")},
            {QStringLiteral("processing"), tr("To be shipped")}, {QStringLiteral("done"), tr("Done")},
            {QStringLiteral("cancelled"), tr("Cancelled")},      {QStringLiteral("refunded"), tr("Refunded")}};
}

std::vector<Setting> settingsFor(Tx &tx, const channels::Kind &kind, bool isNew)
{
    Setting lists{QStringLiteral("price_list"), tr("Price list"), Type::Choice};
    for (const PriceList &list : tx.all<PriceList>("id > 0 ORDER BY code"))
        lists.choices.emplace_back(list.code, list.code + QStringLiteral("  ") + list.name);
    Setting currencies{QStringLiteral("currency"), tr("Currency"), Type::Choice};
    for (const Currency currency : Currency::all())
        currencies.choices.emplace_back(currency.code(), currency.code());
    std::vector<Setting> all{{QStringLiteral("publish"),
                              tr("Products that are offered"),
                              Type::Choice,
                              {{QStringLiteral("all"), tr("All")}, {QStringLiteral("linked"), tr("Only those that the shop has already")}}},
                             lists,
                             {QStringLiteral("tax_inclusive"), tr("Prices are shown with tax"), Type::YesNo},
                             currencies};
    if (kind.talks)
        all.push_back({QStringLiteral("trust"), tr("File of a private certificate authority (PEM)")});
    if (isNew) {
        all.push_back({QStringLiteral("buffer"), tr("Held back of each product")});
        all.push_back({QStringLiteral("warehouse"), tr("Warehouse")});
    }
    all.insert(all.end(), kind.settings.begin(), kind.settings.end());
    return all;
}

QString settingText(Tx &tx, const Channel &channel, const Setting &setting)
{
    if (setting.key == QLatin1String("price_list"))
        return channel.priceList ? tx.get(channel.priceList).code : QString();
    if (setting.key == QLatin1String("currency"))
        return channel.currency.code();
    const auto word = [](bool yes) { return yes ? QStringLiteral("yes") : QStringLiteral("no"); };
    if (setting.key == QLatin1String("tax_inclusive"))
        return word(channel.taxInclusive);
    const auto options = Json::parse(channel.options.toUtf8());
    const Json said = options ? (*options)[setting.key] : Json();
    if (said.isBool())
        return word(said.toBool());
    if (!said.isObject())
        return said.text();
    QStringList pairs;
    for (const auto &[theirs, ours] : said.members())
        pairs << theirs + u'=' + ours.text();
    return pairs.join(QStringLiteral(", "));
}

namespace {

bool isChoice(const Setting &setting, const QString &word)
{
    return std::any_of(setting.choices.begin(), setting.choices.end(), [&](const auto &choice) { return choice.first == word; });
}

QString wordsOf(const Setting &setting)
{
    QStringList words;
    for (const auto &[word, label] : setting.choices)
        words << word;
    return words.join(QStringLiteral(", "));
}

Result<Json> readPairs(const Setting &setting, const QString &text)
{
    Json pairs = Json::object();
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const qsizetype equals = part.lastIndexOf(u'=');
        const QString theirs = part.left(equals).trimmed(), ours = part.mid(equals + 1).trimmed();
        if (equals < 0 || theirs.isEmpty() || ours.isEmpty())
            return refuse(QStringLiteral("setting"), tr("%1: “%2” is no pair of words.").arg(setting.label, part.trimmed()),
                          tr("Write them as word=word, word=word."));
        if (!setting.choices.empty() && !isChoice(setting, ours))
            return refuse(QStringLiteral("setting"), tr("%1: “%2” means nothing here.").arg(setting.label, ours),
                          tr("It is one of: %1.").arg(wordsOf(setting)));
        pairs.set(theirs, ours);
    }
    return pairs;
}

Result<Json> readSetting(const Setting &setting, const QString &text)
{
    if (text.isEmpty())
        return Json();
    switch (setting.type) {
    case Type::Text: break;
    case Type::Pairs: return readPairs(setting, text);
    case Type::YesNo:
        if (text != QLatin1String("yes") && text != QLatin1String("no"))
            return refuse(QStringLiteral("setting"), tr("%1: yes or no, not “%2”.").arg(setting.label, text));
        return Json(text == QLatin1String("yes"));
    case Type::Choice:
        if (!isChoice(setting, text))
            return refuse(QStringLiteral("setting"), tr("%1: there is no “%2”.").arg(setting.label, text),
                          tr("It is one of: %1.").arg(wordsOf(setting)));
    }
    return Json(text);
}

} // namespace

Result<Json> readSettings(const std::vector<Setting> &settings, const SaidSettings &said)
{
    Json options = Json::object();
    for (const auto &[key, text] : said) {
        const auto known = std::find_if(settings.begin(), settings.end(), [key = key](const Setting &one) { return one.key == key; });
        if (known == settings.end()) {
            QStringList keys;
            for (const Setting &one : settings)
                keys << one.key;
            return refuse(QStringLiteral("unknown_setting"), tr("There is nothing called “%1” to be said about this channel.").arg(key),
                          tr("It is one of: %1.").arg(keys.join(QStringLiteral(", "))));
        }
        const auto read = readSetting(*known, text.trimmed());
        if (!read)
            return read.error();
        options.set(key, *read);
    }
    return options;
}

/// Currency, price list and tax are columns of the channel; all else stands in its options.
static Result<> take(Tx &tx, const Json &said, Channel &channel)
{
    if (said.contains(u"price_list")) {
        channel.priceList = {};
        if (const QString code = said["price_list"].text(); !code.isEmpty()) {
            const auto list = priceListByCode(tx, code);
            if (!list)
                return list.error();
            channel.priceList = list->id;
        }
    }
    if (const QString code = said["currency"].text(); !code.isEmpty())
        channel.currency = Currency::of(code).value_or(channel.currency);
    channel.taxInclusive = said["tax_inclusive"].toBool(channel.taxInclusive);
    return Done{};
}

Result<Channel> changeSettings(Tx &tx, Id<Channel> id, const SaidSettings &said)
{
    Channel channel = tx.lock(id);
    const channels::Kind *kind = channels::findKind(channel.kind);
    if (!kind)
        return notFound(QStringLiteral("unknown_kind"), tr("There is no channel kind “%1”.").arg(channel.kind));
    const auto read = readSettings(settingsFor(tx, *kind), said);
    if (!read)
        return read.error();
    if (auto taken = take(tx, *read, channel); !taken)
        return taken.error();
    const auto before = Json::parse(channel.options.toUtf8());
    Json options = Json::object();
    for (const auto &[key, value] : before ? before->members() : JsonObject())
        if (!read->contains(key))
            options.set(key, value);
    for (const auto &[key, value] : read->members())
        if (!value.isNull())
            options.set(key, value);
    channel.options = QString::fromUtf8(options.toJson());
    tx.update(channel);
    audit(tx, "channel_changed", "channel", channel.id.value);
    return channel;
}
