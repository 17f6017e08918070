#include "core/purchasing/bill.h"

#include "core/audit/audit.h"
#include "core/company/series.h"
#include "core/ledger/exchange.h"
#include "core/parties/party.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("Bill", text); }

Result<Id<SupplierBill>> enterBill(Tx &tx, const NewBill &bill)
{
    const Party supplier = tx.get(bill.supplier);
    if (supplier.kind != PartyKind::Supplier)
        return refuse(QStringLiteral("unknown_supplier"), tr("%1 is no supplier.").arg(supplier.displayName()));
    if (bill.supplierNumber.trimmed().isEmpty())
        return refuse(QStringLiteral("incomplete"), tr("A bill needs the supplier's number."));
    if (!bill.net.isPositive() || bill.tax.isNegative() || bill.tax.currency() != bill.net.currency())
        return refuse(QStringLiteral("amount"), tr("A bill needs a net amount above zero and its tax in the same currency."));
    if (tx.number("SELECT COUNT(*) FROM supplier_bill WHERE party_id = ? AND supplier_number = ?", supplier.id, bill.supplierNumber.trimmed()) > 0)
        return refuse(QStringLiteral("duplicate"), tr("Bill %1 of %2 is entered already.").arg(bill.supplierNumber, supplier.displayName()));
    const QDate day = bill.day.isValid() ? bill.day : tx.today();
    const QDate dueOn = day.addDays(bill.termsDays >= 0 ? bill.termsDays : supplier.termsDays);
    const auto rate = exchangeRate(tx, bill.net.currency(), day);
    if (!rate)
        return rate.error();
    Money received = tx.zero();
    if (bill.receipt) {
        if (tx.number("SELECT COUNT(*) FROM supplier_bill WHERE receipt_id = ?", bill.receipt) > 0)
            return refuse(QStringLiteral("duplicate"), tr("This receipt has been billed already."));
        received = Money(tx.number("SELECT SUM(cost) FROM goods_receipt_line WHERE receipt_id = ?", bill.receipt), tx.currency());
    } else if (!bill.account) {
        return refuse(QStringLiteral("incomplete"), tr("A bill needs the receipt that it bills, or an account."));
    }
    const QString number = nextNumber(tx, "BILL");
    qint64 id = 0;
    {
        auto rows =
            tx.run("INSERT INTO supplier_bill (number, party_id, supplier_number, receipt_id, day, due_on, at, currency, rate, net, tax, total, "
                   "memo) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                   number, supplier.id, bill.supplierNumber.trimmed(), bill.receipt, day, dueOn, tx.now(), bill.net.currency(), *rate, bill.net,
                   bill.tax, bill.net + bill.tax, bill.memo);
        rows.next();
        id = rows.integer(0);
    }
    const Source source{"supplier_bill", id};
    const auto &roles = tx.configured<AccountRoles>();
    const Id<Account> payable = roles.of(role::Payable);
    const Id<Account> variance = roles.of(role::PriceVariance);
    if (!payable || !variance)
        return refuse(QStringLiteral("account_missing"),
                      tr("No account is chosen for “%1”.").arg(QLatin1String(payable ? role::PriceVariance : role::Payable)));
    Posting posting(journal::Purchases, day, tr("Bill %1 of %2").arg(bill.supplierNumber, supplier.displayName()), source);
    posting.at(*rate).credit(payable, bill.net + bill.tax, supplier.id).debit(role::InputTax, {.tax = bill.taxCode}, bill.tax);
    if (bill.receipt) {
        posting.debit(role::GoodsReceived, {}, received, supplier.id);
        posting.debit(variance, convert(bill.net, *rate, tx.currency()) - received);
    } else {
        posting.debit(bill.account, bill.net);
    }
    audit(tx, "bill_entered", "supplier_bill", id, bill.supplierNumber);
    if (auto posted = post(tx, posting); !posted)
        return posted.error();
    openItem(tx, supplier.id, payable, source, {}, day, dueOn, -(bill.net + bill.tax), *rate);
    return Id<SupplierBill>{id};
}
