#pragma once

#include "core/billing/payment.h"
#include "core/company/company.h"
#include "core/pricing/price.h"
#include "core/sales/confirmorder.h"
#include "core/sales/enterorder.h"
#include "core/sales/shiporder.h"
#include "core/warehouse/warehouse.h"

#include <QTemporaryDir>
#include <gtest/gtest.h>
#include <memory>

/// A fresh company in EUR in Germany at noon (UTC) on 2 January 2030, for one test; on the engine that PURSER_TEST_ENGINE names.
class TestCompany {
public:
    TestCompany();
    ~TestCompany();

    Session &session() { return *m_session; }
    const sql::Locator &locator() const { return m_locator; }
    /// Another workstation on the same company, with the same clock.
    Session another();
    bool isServer() const { return m_locator.engine() == sql::Engine::Postgres; }

    /// Performs a command that must succeed.
    template <class Command, class... Args> auto must(Command command, const Args &...args)
    {
        auto result = m_session->perform(command, args...);
        if (!result)
            ADD_FAILURE() << qPrintable(result.error().code) << ": " << qPrintable(result.error().text);
        return *std::move(result);
    }
    /// Performs a command that must be refused; gives back the code.
    template <class Command, class... Args> QString refusal(Command command, const Args &...args)
    {
        const auto result = m_session->perform(command, args...);
        return result ? QStringLiteral("(done)") : result.error().code;
    }
    template <class Question, class... Args> auto ask(Question question, const Args &...args)
    {
        auto result = m_session->ask(question, args...);
        if (!result)
            ADD_FAILURE() << qPrintable(result.error().code) << ": " << qPrintable(result.error().text);
        return *std::move(result);
    }
    qint64 number(const char *sql);
    QString text(const char *sql);
    /// What an account holds, debit positive, over all periods: "12.34".
    QString balance(const char *role);
    /// Every row of every table but the audit's, as text: to see whether anything changed.
    QString everything();

    Product product(const char *sku, const char *price = "10.00", int onHand = 0, const char *cost = "4.00", const char *taxClass = "standard");
    Party customer(const char *name = "Acme", std::optional<qint64> creditLimit = {});
    Party supplier(const char *name = "Mill");
    /// A confirmed order of so many units of each.
    SalesOrder order(Id<Party> customer, const std::vector<std::pair<Id<Product>, int>> &lines);
    NewOrder draft(Id<Party> customer, const std::vector<std::pair<Id<Product>, int>> &lines);

    Instant now; ///< what the clock says; tests set it

private:
    sql::Locator m_locator;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
};

inline Money eur(const char *amount) { return *Money::parse(QString::fromLatin1(amount), Eur); }
inline Quantity pcs(int units) { return Quantity::whole(units); }

/// Runs `act` again and again on fresh companies made by `prepare`, with the first, second, third … statement of it failing, until it
/// succeeds; after each failure the company must be as it was before. `act` returns a Result.
void everyStatementMayFail(const std::function<void(TestCompany &)> &prepare, const std::function<bool(TestCompany &)> &act);
