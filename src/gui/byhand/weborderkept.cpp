#include "channels/byhand/orderjson.h"
#include "gui/byhand/weborderplace.h"
#include "gui/shell/unfinished.h"

#include <QComboBox>
#include <QJsonArray>
#include <QListWidget>
#include <QTimer>

// What is typed of a web order is kept until it is stored: neither a crash nor a closed window loses it.

using namespace channels::byhand;

static const QString unfinishedName = QStringLiteral("weborder");

namespace {

constexpr const char *keptFields[] = {"number", "buyer", "name", "email", "shipping", "discount", "tax", "total"};

QString text(const Json &json) { return QString::fromUtf8(json.toJson()); }
Json json(const QJsonValue &kept)
{
    const auto parsed = Json::parse(kept.toString().toUtf8());
    return parsed ? *parsed : Json();
}

} // namespace

void WebOrderPlace::forgetTyped()
{
    m_keep->stop();
    unfinished::forget(desk().session().scene().companyUid, unfinishedName);
}

void WebOrderPlace::keepTyped()
{
    const QString company = desk().session().scene().companyUid;
    if (!isDirty()) {
        unfinished::forget(company, unfinishedName);
        return;
    }
    QJsonObject typed;
    for (const char *name : keptFields)
        typed[QLatin1String(name)] = findChild<QLineEdit *>(QLatin1String(name))->text();
    typed[QStringLiteral("site")] = m_site->currentText();
    typed[QStringLiteral("payment")] = m_payment->currentIndex();
    typed[QStringLiteral("billing")] = text(toJson(m_order.billing));
    typed[QStringLiteral("delivery")] = text(toJson(m_order.delivery));
    typed[QStringLiteral("source")] = text(m_order.source);
    typed[QStringLiteral("placed_at")] = m_order.placedAt ? m_order.placedAt->toString() : QString();
    typed[QStringLiteral("payment_method")] = m_order.paymentMethod;
    QJsonArray lines;
    for (const WebLine &line : m_order.lines)
        lines.append(QJsonObject{{QStringLiteral("sku"), line.sku},
                                 {QStringLiteral("description"), line.description},
                                 {QStringLiteral("quantity"), line.quantity.toString()},
                                 {QStringLiteral("price"), line.price ? line.price->toString() : QString()},
                                 {QStringLiteral("amount"), line.amount ? line.amount->toString() : QString()}});
    typed[QStringLiteral("lines")] = lines;
    QJsonArray rest;
    for (int i = 0; i < m_rest->count(); ++i)
        rest.append(m_rest->item(i)->text());
    typed[QStringLiteral("rest")] = rest;
    unfinished::keep(company, unfinishedName, typed);
}

void WebOrderPlace::resume()
{
    const QJsonObject typed = unfinished::kept(desk().session().scene().companyUid, unfinishedName);
    if (typed.isEmpty())
        return;
    m_site->setCurrentText(typed[QStringLiteral("site")].toString());
    for (const char *name : keptFields)
        findChild<QLineEdit *>(QLatin1String(name))->setText(typed[QLatin1String(name)].toString());
    m_payment->setCurrentIndex(typed[QStringLiteral("payment")].toInt());
    m_order.billing = addressFromJson(json(typed[QStringLiteral("billing")]));
    m_order.delivery = addressFromJson(json(typed[QStringLiteral("delivery")]));
    m_order.source = json(typed[QStringLiteral("source")]);
    m_order.placedAt = Instant::parse(typed[QStringLiteral("placed_at")].toString());
    m_order.paymentMethod = typed[QStringLiteral("payment_method")].toString();
    const Currency currency = site() ? site()->currency : desk().currency();
    for (const auto &item : typed[QStringLiteral("lines")].toArray()) {
        WebLine line;
        line.sku = item[QStringLiteral("sku")].toString();
        line.description = item[QStringLiteral("description")].toString();
        line.quantity = Quantity::parse(item[QStringLiteral("quantity")].toString()).value_or(line.quantity);
        line.price = UnitPrice::parse(item[QStringLiteral("price")].toString(), currency);
        line.amount = Money::parse(item[QStringLiteral("amount")].toString(), currency);
        m_order.lines.push_back(line);
    }
    for (const auto &line : typed[QStringLiteral("rest")].toArray())
        m_rest->addItem(line.toString());
    notice().say(Notice::Tone::Info, tr("This order was not finished last time."));
}
