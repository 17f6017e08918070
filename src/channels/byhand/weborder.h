#pragma once

#include "channels/byhand/effort.h"
#include "channels/engine/apply.h"

/// A web order as a site shows it to a person: typed, pasted from the confirmation, or read from a file that the site exports. Amounts are what the
/// site charged, with or without tax as the channel's prices are.
namespace channels::byhand {

struct WebLine {
    QString sku; ///< or a barcode; what the site or the scanner says
    QString description;
    Quantity quantity = Quantity::whole(1);
    std::optional<UnitPrice> price; ///< of one
    std::optional<Money> amount;    ///< of the whole line, where the site says that instead. Neither: what the channel should charge
    std::optional<Rate> taxRate;    ///< where the site says it
};

enum class WebPayment { OnAccount, Paid, Awaited };

struct WebOrder {
    QString number; ///< the site's
    std::optional<Instant> placedAt;
    Id<Party> customer; ///< who was chosen; none: found by e-mail, else a guest is made
    RemoteAddress billing;
    RemoteAddress delivery;
    std::vector<WebLine> lines;
    std::optional<Currency> currency; ///< none: the channel's
    std::optional<Money> shipping;
    std::optional<Money> discount; ///< off all goods, positive
    std::optional<Money> tax;      ///< the site's; none: what is due
    std::optional<Money> total;    ///< the site's: the control total
    WebPayment payment = WebPayment::OnAccount;
    bool cancelled = false;
    QString paymentMethod;
    QString note;
    std::vector<QString> problems; ///< what could not be read; holds the order
    Json source;                   ///< where it came from, kept with it
};

/// What is found of one line while it is typed.
struct FoundLine {
    Id<Product> product; ///< none: the SKU is not known
    QString sku;         ///< the product's, else as it was typed
    QString name;
    Quantity quantity;
    UnitPrice price;
    QString reason;  ///< which rule gave the price; empty: the site said it
    QString problem; ///< why there is no price
    Quantity available;
    Money total; ///< with tax where the channel's prices have it
};
/// A web order worked out, as it would be stored.
struct Worked {
    RemoteOrder order;
    std::vector<FoundLine> lines; ///< as many as WebOrder::lines
    Money net, tax, sum;          ///< sum: what the lines come to, with tax
    std::optional<Money> gap;     ///< the site's total less the sum
    bool fits() const;            ///< the gap is no more than rounding: one minor unit a line
    int unknown() const;          ///< lines whose product is not known
};

/// The product that a line speaks of, however it came in: by SKU or barcode, then by a remembered decision or the listing; a line without a code by
/// its exact name.
Id<Product> productOn(Tx &tx, const Channel &channel, const QString &code, const QString &description);

/// Prices, taxes and sums; nothing is stored. Refuses an amount in another currency than the order's.
Result<Worked> workOut(Tx &tx, const Channel &channel, const WebOrder &order);

/// The company's number of the order that has this number on the site; empty if there is none.
QString firstWithNumber(Tx &tx, const Channel &channel, const QString &number);

/// Stores a web order that a person entered: as web orders come in from anywhere else, with its goods allocated and its troubles as exceptions.
/// Refuses: a channel with a connector ("not_by_hand"), no number, the same number twice ("duplicate", with the first order's number), no lines, no
/// price, no total ("total_missing"), and, unless `holdDifference` says to keep it on hold, a total that differs ("totals_differ").
Result<SalesOrder> enterWebOrder(Tx &tx, const Channel &channel, const WebOrder &order, bool holdDifference,
                                 const std::optional<HandWork> &work = {});

/// Takes in an order that a file said. The same order again changes nothing, as with every channel.
Result<Applied> takeWebOrder(Tx &tx, const Channel &channel, const WebOrder &order);

} // namespace channels::byhand
