#pragma once

#include "channels/engine/channel.h"

/// What of a listing a push may touch, each with an owner: Purser, or the shop itself. Beside the fields of a listing stand the kinds of thing that
/// go either way: new products, notices of shipments, orders.
enum class PushField { Title, Text, Details, Images, Price, Stock, Product, Shipment, Order };

QString fieldWord(PushField field);  ///< stable: "title", "text", "details", "images", "price", "stock", "product", "shipment", "order"
QString fieldLabel(PushField field); ///< translated
std::optional<PushField> fieldOf(const QString &word);
const std::vector<PushField> &allFields();

/// The fields of a channel that Purser looks after; the others are the shop's.
struct OwnFields {
    unsigned bits = ~0u;

    bool has(PushField field) const { return bits >> unsigned(field) & 1; }
    void set(PushField field, bool own) { bits = own ? bits | 1u << unsigned(field) : bits & ~(1u << unsigned(field)); }
    QStringList words() const; ///< of those that are Purser's
};

OwnFields ownFields(Tx &tx, Id<Channel> channel);
/// Says which fields are Purser's; all others are the shop's from now on: never sent, never shown as a difference.
Result<OwnFields> setFieldOwners(Tx &tx, Id<Channel> channel, OwnFields own);
