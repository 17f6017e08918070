#pragma once

#include "channels/engine/exception.h"
#include "channels/engine/match.h"
#include "core/parties/standing.h"

// Who may buy. A channel is open to anyone, or to customers that were approved or invited; a customer is in good standing, on credit hold or
// suspended. An order of somebody who may not buy comes in complete and waits for a person, with its goods promised: kinds "customer_hold",
// "not_approved" and "credit_limit". Which of them apply is asked again whenever something is said about a customer or a channel.

/// Whether a channel is open to a customer, or to one merged into it. How the customer stands is another question: see standingOf().
bool mayBuy(Tx &tx, const Channel &channel, Id<Party> customer);

/// A customer on a channel: approved there, or with orders that wait for it.
struct Buyer {
    Id<Channel> channel;
    QString channelName;
    Buyers open = Buyers::Anyone; ///< to whom the channel is open
    Id<Party> customer;           ///< the one that stands
    QString code;
    QString name;
    bool approved = false;
    Instant since; ///< approved
    QString by;
    int waiting = 0; ///< orders
};
/// Those that were approved on a channel, and those whose orders wait for it; by code.
std::vector<Buyer> buyersOn(Tx &tx, Id<Channel> channel);
/// One customer on every channel; by the channel's name.
std::vector<Buyer> channelsFor(Tx &tx, Id<Party> customer);

/// To whom a channel is open from now on. Opened, the orders that waited for an approval go on.
Result<Channel> setBuyers(Tx &tx, Id<Channel> channel, Buyers buyers);
Result<Channel> setBuyers(Tx &tx, Id<Channel> channel, Buyers buyers, const channels::Connector &reader);
/// Approves (or invites) a customer on a channel; orders that waited for it go on. It is a decision as any other: listed with them, and taken back
/// there. Gives back how many orders waited. Refuses whoever is no customer, or approved already ("approved").
Result<int> approveBuyer(Tx &tx, Id<Channel> channel, Id<Party> customer);
Result<int> approveBuyer(Tx &tx, Id<Channel> channel, Id<Party> customer, const channels::Connector &reader);
/// From now on the customer is not approved on the channel; what was ordered stays as it is. Refuses: not approved ("not_approved").
Result<> withdrawBuyer(Tx &tx, Id<Channel> channel, Id<Party> customer);
/// Sets how a customer stands; orders that waited for nothing else go on. Gives back how many. Refuses what setStanding() refuses.
Result<int> changeStanding(Tx &tx, Id<Party> customer, Standing standing);
Result<int> changeStanding(Tx &tx, Id<Party> customer, Standing standing, const channels::Connector &reader);

namespace channels {

/// The cause lies with the customer: every order of the same one waits for the same decision.
bool isAboutBuyer(const QString &kind);
/// What keeps a customer from buying on a channel, whatever was decided about it: "customer_hold", "not_approved".
std::vector<Trouble> buyerTroubles(Tx &tx, const Channel &channel, Id<Party> customer);
/// Whether a person let this very order through.
bool wasLetThrough(Tx &tx, Id<Channel> channel, const QString &externalId, const QString &kind);
/// Whether what an exception about a buyer says is still so.
bool stillKeepsWaiting(Tx &tx, const Channel &channel, const SyncException &exception);
/// Holds an order of which something is still to be paid while its customer owes more than the limit ("credit_limit"). Whether it does.
Result<bool> holdOverLimit(Tx &tx, Id<SalesOrder> order);
/// Writes down what a decision said.
void keepBuyer(Tx &tx, Id<Channel> channel, Id<Party> customer, Id<Decision> decision);

} // namespace channels
