#pragma once

#include "channels/channel.h"
#include "channels/engine/channel.h"
#include "core/sales/enterorder.h"

/// Finds what a channel's order speaks of in the company: customer, products, taxes.
namespace channels {

/// A trouble that an order came with: what an exception will say.
struct Trouble {
    QString kind;
    QString subject;
    QString message;
};

/// By the channel's own id, then by e-mail, else a new one (a guest where the channel knows no customer). Never overwrites a customer.
Result<Id<Party>> matchCustomer(Tx &tx, const Channel &channel, const RemoteOrder &order);
/// By SKU, then by a remembered decision, then by the listing.
Id<Product> matchProduct(Tx &tx, const Channel &channel, const RemoteLine &line);
QString subjectOf(const RemoteLine &line); ///< what an unknown SKU is called
QString subjectOf(const RemoteTax &tax);   ///< what an unknown tax is called

/// The order in the company's terms, and the troubles that hold it.
struct Translated {
    NewOrder order;
    std::vector<Trouble> troubles;
};
/// `customer`: whose order it is, where that is known already.
Result<Translated> translate(Tx &tx, const Channel &channel, const RemoteOrder &remote, Id<InboundMessage> message, Id<Party> customer = {});

/// A remembered decision: its action and target; an empty action if there is none.
struct Rule {
    QString action;
    qint64 target = 0;
};
Rule ruleFor(Tx &tx, Id<Channel> channel, const QString &kind, const QString &subject);

Address addressOf(const RemoteAddress &address);

} // namespace channels
