#include "core/ledger/account.h"

#include "core/audit/audit.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("Account", text); }

const std::vector<const char *> &role::all()
{
    static const std::vector<const char *> names{
        Receivable, Payable,  Deposits,  Inventory,     GoodsReceived,      CostOfGoods,   Sales,    ShippingIncome, FeeIncome,
        GiftCards,  Tips,     Discounts, SalesReturns,  OutputTax,          InputTax,      Clearing, ChannelFees,    Bank,
        Cash,       Rounding, Shrinkage, PriceVariance, ExchangeDifference, OpeningBalance};
    return names;
}

Id<Account> AccountRoles::of(const char *role, const Scope &scope) const
{
    const QString name = QString::fromLatin1(role);
    const std::tuple<const char *, qint64> narrowToWide[] = {
        {"category", scope.category.value}, {"tax", scope.tax.value}, {"channel", scope.channel.value}, {"", 0}};
    for (const auto &[kind, id] : narrowToWide) {
        if (*kind && id == 0)
            continue;
        if (const auto found = m_accounts.find({name, QString::fromLatin1(kind), id}); found != m_accounts.end())
            return found->second;
    }
    return {};
}

std::vector<Id<Account>> AccountRoles::allOf(const char *role) const
{
    std::vector<Id<Account>> found;
    for (const auto &[key, account] : m_accounts)
        if (std::get<0>(key) == QLatin1String(role) && std::find(found.begin(), found.end(), account) == found.end())
            found.push_back(account);
    return found;
}

AccountRoles AccountRoles::load(Tx &tx)
{
    AccountRoles roles;
    auto rows = tx.run("SELECT role, scope, scope_id, account_id FROM account_role");
    while (rows.next())
        roles.m_accounts[{rows.text(0), rows.text(1), rows.integer(2)}] = Id<Account>{rows.integer(3)};
    return roles;
}

Result<Account> accountByCode(Tx &tx, const QString &code)
{
    if (auto account = tx.first<Account>("code = ?", code))
        return *account;
    return notFound(QStringLiteral("unknown_account"), tr("There is no account %1.").arg(code), tr("See: purserctl report trial-balance"));
}

Result<Account> saveAccount(Tx &tx, Account account)
{
    account.code = account.code.trimmed();
    account.name = account.name.trimmed();
    if (account.code.isEmpty() || account.name.isEmpty())
        return refuse(QStringLiteral("incomplete"), tr("An account needs a number and a name."));
    const auto same = tx.first<Account>("code = ?", account.code);
    if (same && same->id != account.id)
        return refuse(QStringLiteral("duplicate"), tr("There is an account %1 already: %2.").arg(same->code, same->name));
    if (account.id)
        tx.update(account);
    else
        tx.insert(account);
    tx.configurationChanged();
    audit(tx, "account_saved", "account", account.id.value, account.code);
    return account;
}

Result<> mapRole(Tx &tx, const QString &role, const QString &scope, qint64 scopeId, Id<Account> account)
{
    const auto &names = role::all();
    if (std::none_of(names.begin(), names.end(), [&](const char *name) { return role == QLatin1String(name); }))
        return notFound(QStringLiteral("unknown_role"), tr("There is no posting role “%1”.").arg(role));
    tx.run("INSERT INTO account_role (role, scope, scope_id, account_id) VALUES (?, ?, ?, ?) "
           "ON CONFLICT (role, scope, scope_id) DO UPDATE SET account_id = excluded.account_id",
           role, scope, scopeId, account);
    tx.configurationChanged();
    audit(tx, "role_mapped", "account", account.value, role + u' ' + scope);
    return Done{};
}
