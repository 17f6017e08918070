#pragma once

#include "sql/tx.h"

#include <map>

enum class AccountType { Asset = 1, Liability = 2, Equity = 3, Income = 4, Expense = 5 };

struct Account {
    Id<Account> id;
    qint64 version = 1;
    QString code;
    QString name;
    AccountType type = AccountType::Asset;
    bool active = true;
};

template <> struct sql::TableOf<Account> {
    static constexpr Table table{
        "account",
        Column{"id", &Account::id},
        Column{"version", &Account::version},
        Column{"code", &Account::code},
        Column{"name", &Account::name},
        Column{"type", &Account::type},
        Column{"active", &Account::active},
    };
};

/// What an event posts to, in the trade's words. Which account that is stands in account_role, never in code.
namespace role {
inline constexpr const char *Receivable = "receivable";
inline constexpr const char *Payable = "payable";
inline constexpr const char *Deposits = "deposits"; ///< received before the invoice: a liability
inline constexpr const char *Inventory = "inventory";
inline constexpr const char *GoodsReceived = "goods_received"; ///< received, not yet invoiced by the supplier
inline constexpr const char *CostOfGoods = "cost_of_goods";
inline constexpr const char *Sales = "sales";
inline constexpr const char *ShippingIncome = "shipping_income";
inline constexpr const char *FeeIncome = "fee_income";
inline constexpr const char *GiftCards = "gift_cards"; ///< a liability
inline constexpr const char *Tips = "tips";
inline constexpr const char *Discounts = "discounts";
inline constexpr const char *SalesReturns = "sales_returns";
inline constexpr const char *OutputTax = "output_tax";
inline constexpr const char *InputTax = "input_tax";
inline constexpr const char *Clearing = "clearing"; ///< a channel's money on its way
inline constexpr const char *ChannelFees = "channel_fees";
inline constexpr const char *Bank = "bank";
inline constexpr const char *Cash = "cash";
inline constexpr const char *Rounding = "rounding";
inline constexpr const char *Shrinkage = "shrinkage";
inline constexpr const char *PriceVariance = "price_variance";
inline constexpr const char *ExchangeDifference = "exchange_difference";
inline constexpr const char *OpeningBalance = "opening_balance";
const std::vector<const char *> &all();
} // namespace role

struct Channel;
struct Tax;
struct Category;

/// For what an account is asked: the narrowest that is mapped wins.
struct Scope {
    Id<Channel> channel = {};
    Id<Tax> tax = {};
    Id<Category> category = {};
};

/// Which account serves which role; read through tx.configured<AccountRoles>().
class AccountRoles {
public:
    /// None if the role is not mapped.
    Id<Account> of(const char *role, const Scope &scope = {}) const;
    /// Accounts that this role may post to, whatever the scope.
    std::vector<Id<Account>> allOf(const char *role) const;
    static AccountRoles load(Tx &tx);

private:
    std::map<std::tuple<QString, QString, qint64>, Id<Account>> m_accounts;
};

Result<Account> accountByCode(Tx &tx, const QString &code);
Result<Account> saveAccount(Tx &tx, Account account);
Result<> mapRole(Tx &tx, const QString &role, const QString &scope, qint64 scopeId, Id<Account> account);
