#pragma once

#include "support/testcompany.h"

/// The lines of the newest entry that a kind of document made, by account: "1100 35.70, 2200 -5.70, 4000 -30.00" (debit positive).
QString posted(TestCompany &company, const char *table);
/// How many entries a kind of document made.
qint64 entriesFrom(TestCompany &company, const char *table);
/// Recomputes everything: fails the test with the first difference.
void expectProven(TestCompany &company);

/// Puts so many units on a shelf of its own, in a warehouse of its own; "W2" makes warehouse and location W2.
Location shelf(TestCompany &company, const char *code, int pickOrder = 10, Id<Warehouse> warehouse = {});
void receive(TestCompany &company, Id<Product> product, int units, const char *cost = "4.00", Id<Location> location = {});

inline UnitPrice unit(const char *amount, Currency currency = Eur) { return *UnitPrice::parse(QString::fromLatin1(amount), currency); }
inline Rate percent(const char *text) { return *Rate::parsePercent(QString::fromLatin1(text)); }
inline MoneyMove moneyFor(Id<SalesOrder> order, const char *amount)
{
    MoneyMove move;
    move.order = order;
    move.amount = eur(amount);
    return move;
}
inline MoneyMove moneyOf(Id<Party> party, const char *amount)
{
    MoneyMove move;
    move.party = party;
    move.amount = eur(amount);
    return move;
}
SalesOrder reread(TestCompany &company, Id<SalesOrder> order);
SalesLine lineOf(TestCompany &company, Id<SalesOrder> order, int line = 1);
Invoice invoiced(TestCompany &company, Id<SalesOrder> order);
/// Units that are on hand and not promised, over all shelves.
QString available(TestCompany &company, Id<Product> product);
/// A channel for web orders, without a shop behind it.
Id<Channel> webChannel(TestCompany &company, const char *name = "Shop");
