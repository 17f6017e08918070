#include "openapi.h"

#include "channels/scriptedhttp.h"

#include <QRegularExpression>
#include <QUrl>

using channels::Request;

namespace {

/// What the published tables leave out, though shops have it.
const QStringList laterPaths{"/variations", "/settings/general", "/settings/tax"};
const QStringList laterParameters{
    "_fields",     "_method",         "notify_customer",        "consumer_key",    "consumer_secret", "oauth_consumer_key",
    "oauth_nonce", "oauth_signature", "oauth_signature_method", "oauth_timestamp", "oauth_version"};

QString pathOf(const Request &request) { return QUrl(request.url).path().section(QStringLiteral("/wp-json/wc/v3"), 1); }

bool fits(const QString &path, const QString &pattern)
{
    const QStringList have = path.split(u'/');
    const QStringList want = pattern.split(u'/');
    if (have.size() != want.size())
        return false;
    static const QRegularExpression number(QStringLiteral("^[0-9]+$"));
    for (qsizetype i = 0; i < have.size(); ++i)
        if (want[i].startsWith(u'{') ? !number.match(have[i]).hasMatch() : have[i] != want[i])
            return false;
    return true;
}

bool isWhole(const QString &text)
{
    bool isNumber = false;
    text.toLongLong(&isNumber);
    return isNumber;
}

} // namespace

OpenApi::OpenApi() : m_document(fileJson("woocommerce/wc-v3.openapi.json")) {}

QStringList OpenApi::violations(const Request &request) const
{
    QStringList wrong;
    if (laterPaths.contains(pathOf(request)) || request.url.endsWith(u"/wp-json"))
        return wrong;
    const Json &found = operation(request, wrong);
    if (!wrong.isEmpty())
        return wrong;
    checkQuery(request, found, wrong);
    if (request.body.isEmpty())
        return wrong;
    const auto body = Json::parse(request.body);
    if (!body)
        wrong += QStringLiteral("the body is no JSON");
    else
        checkValue(*body, found["requestBody"]["content"]["application/json"]["schema"], QStringLiteral("body"), wrong);
    return wrong;
}

const Json &OpenApi::operation(const Request &request, QStringList &wrong) const
{
    static const Json none;
    QByteArray method = request.method.toLower();
    if (queryOf(request, "_method") == u"PUT")
        method = "put";
    for (const auto &[pattern, operations] : m_document["paths"].members())
        if (fits(pathOf(request), pattern) && operations[method.constData()].isObject())
            return operations[method.constData()];
    wrong += QStringLiteral("unknown: %1 %2").arg(QString::fromLatin1(method), pathOf(request));
    return none;
}

void OpenApi::checkQuery(const Request &request, const Json &operation, QStringList &wrong) const
{
    for (const auto &[name, value] : request.query) {
        if (laterParameters.contains(name))
            continue;
        const Json *schema = nullptr;
        for (const Json &parameter : operation["parameters"].items())
            if (parameter["name"].text() == name || parameter["name"].text() == name + QStringLiteral("[]"))
                schema = &parameter["schema"];
        if (!schema) {
            wrong += QStringLiteral("unknown parameter %1").arg(name);
            continue;
        }
        const QString type = (*schema)["type"].text();
        if (type == u"integer" || type == u"boolean") {
            const auto typed = Json::parse(value.toUtf8());
            checkValue(typed ? *typed : Json(value), *schema, name, wrong);
        } else if (type == u"string") {
            checkValue(value, *schema, name, wrong);
        }
    }
}

const Json &OpenApi::resolve(const Json &schema) const
{
    const QString name = schema["$ref"].text().section(u'/', -1);
    return name.isEmpty() ? schema : m_document["components"]["schemas"][name];
}

void OpenApi::checkValue(const Json &value, const Json &reference, const QString &where, QStringList &wrong) const
{
    const Json &schema = resolve(reference);
    const QString type = schema["type"].text();
    const bool fitsType = type.isEmpty() || (type == u"object" && value.isObject()) || (type == u"array" && value.isArray())
                          || (type == u"string" && value.isString()) || (type == u"boolean" && value.isBool())
                          || (type == u"integer" && value.isNumber() && isWhole(value.text())) || (type == u"number" && value.isNumber())
                          || (value.isNull() && schema["nullable"].toBool());
    if (!fitsType)
        wrong += QStringLiteral("%1 is no %2").arg(where, type);
    if (schema["enum"].isArray()) {
        QStringList allowed;
        for (const Json &word : schema["enum"].items())
            allowed += word.text();
        if (!allowed.contains(value.text()))
            wrong += QStringLiteral("%1 is %2, which is none of %3").arg(where, value.text(), allowed.join(u' '));
    }
    if (value.isNumber()
        && (value.toInteger() > schema["maximum"].toInteger(value.toInteger()) || value.toInteger() < schema["minimum"].toInteger(value.toInteger())))
        wrong += QStringLiteral("%1 is out of bounds").arg(where);
    for (const Json &item : value.items())
        checkValue(item, schema["items"], where + QStringLiteral("[]"), wrong);
    if (value.isObject() && schema["properties"].isObject())
        for (const auto &[name, member] : value.members()) {
            const Json &property = schema["properties"][name];
            if (property.isNull() && !schema["properties"].contains(name))
                wrong += QStringLiteral("%1 has no member %2").arg(where, name);
            else if (property["readOnly"].toBool() && name != u"id") // a batch names its rows by id
                wrong += QStringLiteral("%1.%2 is read only").arg(where, name);
            else
                checkValue(member, property, where + u'.' + name, wrong);
        }
}
