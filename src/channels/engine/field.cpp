#include "channels/engine/field.h"

#include "core/audit/audit.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("PushField", text); }

const std::vector<PushField> &allFields()
{
    static const std::vector<PushField> all{PushField::Title, PushField::Text,    PushField::Details,  PushField::Images, PushField::Price,
                                            PushField::Stock, PushField::Product, PushField::Shipment, PushField::Order};
    return all;
}

QString fieldWord(PushField field)
{
    switch (field) {
    case PushField::Title: return QStringLiteral("title");
    case PushField::Text: return QStringLiteral("text");
    case PushField::Details: return QStringLiteral("details");
    case PushField::Images: return QStringLiteral("images");
    case PushField::Price: return QStringLiteral("price");
    case PushField::Stock: return QStringLiteral("stock");
    case PushField::Product: return QStringLiteral("product");
    case PushField::Shipment: return QStringLiteral("shipment");
    case PushField::Order: return QStringLiteral("order");
    }
    return {};
}

QString fieldLabel(PushField field)
{
    switch (field) {
    case PushField::Title: return tr("Title");
    case PushField::Text: return tr("Text");
    case PushField::Details: return tr("Barcode, weight, tax class");
    case PushField::Images: return tr("Pictures");
    case PushField::Price: return tr("Price");
    case PushField::Stock: return tr("Stock");
    case PushField::Product: return tr("New products");
    case PushField::Shipment: return tr("Shipments");
    case PushField::Order: return tr("Orders");
    }
    return {};
}

std::optional<PushField> fieldOf(const QString &word)
{
    for (const PushField field : allFields())
        if (fieldWord(field) == word)
            return field;
    return {};
}

QStringList OwnFields::words() const
{
    QStringList all;
    for (const PushField field : allFields())
        if (has(field))
            all << fieldWord(field);
    return all;
}

OwnFields ownFields(Tx &tx, Id<Channel> channel)
{
    OwnFields own;
    auto rows = tx.run("SELECT field FROM shop_field WHERE channel_id = ?", channel);
    while (rows.next())
        if (const auto field = fieldOf(rows.text(0)))
            own.set(*field, false);
    return own;
}

Result<OwnFields> setFieldOwners(Tx &tx, Id<Channel> channel, OwnFields own)
{
    tx.lock(channel);
    tx.run("DELETE FROM shop_field WHERE channel_id = ?", channel);
    for (const PushField field : allFields())
        if (!own.has(field))
            tx.run("INSERT INTO shop_field (channel_id, field) VALUES (?, ?)", channel, fieldWord(field));
    audit(tx, "channel_fields", "channel", channel.value, own.words().join(u','));
    return own;
}
