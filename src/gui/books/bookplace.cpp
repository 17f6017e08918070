#include "gui/books/bookplace.h"

#include "core/verify/verify.h"
#include "gui/bind/typing.h"
#include "gui/shell/icons.h"
#include "gui/shell/theme.h"
#include "paper/reportpaper.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSaveFile>
#include <QTabWidget>

namespace {

Result<> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return Done{};
    return refuse(QStringLiteral("file"), BookPlace::tr("%1 cannot be written: %2").arg(path, file.errorString()));
}

enum Which { Trial, Sheet, Profit, Receivable, Payable, Stock, SalesByChannel, SalesByProduct };

} // namespace

BookPlace::BookPlace(Desk &desk) : Place(desk, tr("Books"), "book-open")
{
    addAction("refresh-cw", tr("Refresh"), QKeySequence::Refresh, [this] { reload(); });
    addAction("scale", tr("Prove the books"), QKeySequence(Qt::CTRL | Qt::Key_B), [this] { proveBooks(); });
    addAction("download", tr("Save report…"), QKeySequence::Save, [this] { saveAs(); });
    auto *row = new QHBoxLayout;
    m_which = new QComboBox;
    m_which->addItems({tr("Trial balance"), tr("Balance sheet"), tr("Profit and loss (this year)"), tr("Ageing: receivable"), tr("Ageing: payable"),
                       tr("Stock value"), tr("Sales by channel (this year)"), tr("Sales by product (this year)")});
    m_which->setAccessibleName(tr("Report"));
    m_which->setObjectName(QStringLiteral("report"));
    m_asOf = new QLineEdit;
    m_asOf->setAccessibleName(tr("As of"));
    m_asOf->setPlaceholderText(tr("As of: t (today), -30, 31.12."));
    m_asOf->setMaximumWidth(220);
    m_title = new QLabel;
    m_title->setTextFormat(Qt::PlainText);
    row->addWidget(m_which);
    row->addWidget(m_asOf, 1);
    row->addWidget(m_title, 3);
    auto *reports = new QWidget;
    auto *column = new QVBoxLayout(reports);
    column->setContentsMargins(0, 6, 0, 0);
    column->addLayout(row);
    m_cells = std::make_unique<TableModel<Cells>>(std::vector<ListColumn<Cells>>());
    m_reportTable = makeTable(static_cast<QAbstractItemModel *>(m_cells.get()), tr("Report"));
    m_reportTable->setObjectName(QStringLiteral("reportTable"));
    column->addWidget(m_reportTable, 1);

    auto *journal = new QWidget;
    auto *second = new QVBoxLayout(journal);
    second->setContentsMargins(0, 6, 0, 0);
    m_journalTitle = new QLabel;
    m_journalTitle->setTextFormat(Qt::PlainText);
    second->addWidget(m_journalTitle);
    const auto debit = [](const Line &l) { return l.line.amount.isNegative() ? QString() : l.line.amount.toString(QLocale()); };
    const auto credit = [](const Line &l) { return l.line.amount.isNegative() ? (-l.line.amount).toString(QLocale()) : QString(); };
    m_journal = new TableModel<Line>({{tr("Entry"), [](const Line &l) { return l.number; }, leftAligned, 150},
                                      {tr("Day"), [](const Line &l) { return dayText(l.day); }, leftAligned, 100},
                                      {tr("Document"), [](const Line &l) { return l.document; }, leftAligned, 120},
                                      {tr("Text"), [](const Line &l) { return l.memo; }, leftAligned, 280},
                                      {tr("Account"), [](const Line &l) { return l.line.account + u' ' + l.line.accountName; }, leftAligned, 220},
                                      {tr("Party"), [](const Line &l) { return l.line.party; }, leftAligned, 100},
                                      {tr("Debit"), debit, rightAligned, 110},
                                      {tr("Credit"), credit, rightAligned, 110}},
                                     this);
    m_journalTable = makeTable(m_journal, tr("Journal"));
    m_journalTable->setObjectName(QStringLiteral("journal"));
    second->addWidget(m_journalTable, 1);
    m_tabs = new QTabWidget;
    m_tabs->addTab(reports, icon("chart-column"), tr("Reports"));
    m_tabs->addTab(journal, icon("book-open"), tr("Journal"));
    content()->addWidget(m_tabs, 1);
    connect(m_which, &QComboBox::currentIndexChanged, this, &BookPlace::showReport);
    connect(m_asOf, &QLineEdit::editingFinished, this, &BookPlace::showReport);
    connect(m_reportTable, &QTableView::activated, this, &BookPlace::openAccount);
    connect(m_journalTable, &QTableView::activated, this, &BookPlace::openEntry);
}

void BookPlace::enter() { m_reportTable->setFocus(); }

void BookPlace::refresh()
{
    showReport();
    showJournal({}, tr("The newest entries. Return opens the document."));
}

Result<Report> BookPlace::reportFor(Tx &tx, int which, QDate asOf)
{
    const QDate firstOfYear(asOf.year(), 1, 1);
    switch (Which(which)) {
    case Trial: return reportOf(trialBalance(tx, asOf), tx.currency());
    case Sheet: return balanceSheetReport(balanceSheet(tx, asOf), asOf, tx.currency());
    case Profit: return profitAndLossReport(profitAndLoss(tx, firstOfYear, asOf), firstOfYear, asOf, tx.currency());
    case Receivable: return reportOf(ageing(tx, false, asOf), asOf, tx.currency());
    case Payable: return reportOf(ageing(tx, true, asOf), asOf, tx.currency());
    case Stock: return reportOf(stockValue(tx), tx.currency());
    case SalesByChannel: return reportOf(sales(tx, firstOfYear, asOf, SalesBy::Channel), firstOfYear, asOf, tx.currency());
    case SalesByProduct: return reportOf(sales(tx, firstOfYear, asOf, SalesBy::Product), firstOfYear, asOf, tx.currency());
    }
    return Report();
}

void BookPlace::showReport()
{
    const QDate today = desk().session().clock().dayIn(desk().session().scene().zone);
    const QString typed = m_asOf->text().trimmed();
    const auto asOf = typed.isEmpty() ? std::optional(today) : typedDay(typed, today);
    if (!asOf) {
        notice().say(Notice::Tone::Warning, tr("“%1” is no day.").arg(typed));
        return;
    }
    desk().askLater(
        this, [which = m_which->currentIndex(), day = *asOf](Tx &tx) { return reportFor(tx, which, day); },
        [this](Result<Report> report) {
            if (!report) {
                notice().refusal(report.error());
                return;
            }
            m_report = *report;
            m_title->setText(report->title + QStringLiteral(" — ") + report->note);
            std::vector<ListColumn<Cells>> columns;
            for (size_t i = 0; i < report->columns.size(); ++i) {
                const auto kind = report->columns[i].kind;
                const bool figure = kind != Report::Kind::Text && kind != Report::Kind::Day;
                columns.emplace_back(
                    report->columns[i].title,
                    [i, kind, currency = report->currency](const Cells &cells) -> QVariant {
                        if (i >= cells.size() || cells[i].text.isEmpty())
                            return QString();
                        if (kind == Report::Kind::Money)
                            return Money(cells[i].number, currency).toString(QLocale());
                        if (kind == Report::Kind::Quantity)
                            return Quantity{cells[i].number}.toString(QLocale());
                        return cells[i].text;
                    },
                    figure ? rightAligned : Qt::Alignment(leftAligned),
                    figure   ? 124
                    : i == 0 ? 110
                             : 260);
            }
            auto rows = report->rows;
            if (!report->totals.empty())
                rows.push_back(report->totals);
            auto model = std::make_unique<TableModel<Cells>>(std::move(columns));
            model->setRows(std::move(rows));
            m_reportTable->setModel(model.get());
            stretchLast(m_reportTable);
            for (size_t i = 0; i < model->columns().size(); ++i)
                setWidth(m_reportTable, int(i), model->columns()[i].width);
            m_reportTable->resizeColumnToContents(0);
            setWidth(m_reportTable, 0, std::max(model->columns()[0].width, m_reportTable->columnWidth(0)));
            m_cells = std::move(model);
            m_reportTable->setCurrentIndex(m_cells->index(0, 0));
        });
}

void BookPlace::showJournal(Id<Account> account, const QString &title)
{
    m_journalTitle->setText(title);
    desk().askLater(
        this,
        [account](Tx &tx) {
            JournalQuestion question;
            question.account = account;
            question.newestFirst = true;
            question.limit = 200;
            std::vector<Line> lines;
            for (const JournalView &view : journalEntries(tx, question))
                for (const JournalLineView &line : view.lines)
                    lines.push_back(
                        {view.entry.id, view.number, view.entry.day, view.entry.memo, view.document, view.entry.source, view.entry.sourceId, line});
            return lines;
        },
        [this](Result<std::vector<Line>> lines) {
            if (lines)
                m_journal->setRows(*lines);
            else
                notice().refusal(lines.error());
        });
}

void BookPlace::openAccount(const QModelIndex &index)
{
    const Cells *cells = m_cells->at(index);
    const int column = m_which->currentIndex() == Sheet || m_which->currentIndex() == Profit ? 1 : 0;
    if (!cells || m_which->currentIndex() > Profit)
        return;
    const QString code = (*cells)[size_t(column)].text;
    const auto account = desk().ask([&](Tx &tx) { return accountByCode(tx, code); });
    if (!account)
        return;
    showJournal(account->id, tr("%1 %2: its newest entries. Return opens the document.").arg(account->code, account->name));
    m_tabs->setCurrentIndex(1);
    m_journalTable->setFocus();
}

/// From the entry to the order that it belongs to, where the channel's message is shown as well.
void BookPlace::openEntry(const QModelIndex &index)
{
    const Line *line = m_journal->at(index);
    if (!line)
        return;
    const auto order = desk().ask([source = line->source, id = line->sourceId](Tx &tx) -> QString {
        static const QStringList withOrder{QStringLiteral("invoice"), QStringLiteral("payment"), QStringLiteral("shipment"),
                                           QStringLiteral("sales_return")};
        if (!withOrder.contains(source))
            return {};
        return tx.text("SELECT o.number FROM " + source.toStdString() + " d JOIN sales_order o ON o.id = d.order_id WHERE d.id = ?", id);
    });
    if (order && !order->isEmpty())
        emit openOrder(*order);
    else if (line->source == QLatin1String("product"))
        emit openProduct(line->document);
    else
        notice().say(Notice::Tone::Info, tr("%1 %2: %3").arg(line->number, line->document, line->memo));
}

void BookPlace::proveBooks()
{
    notice().say(Notice::Tone::Info, tr("Recomputing everything from the facts…"));
    desk().runLater(
        this, [](Session &session) { return verifyCompany(session); },
        [this](Result<Verification> found) {
            if (!found) {
                notice().refusal(found.error());
                return;
            }
            qint64 facts = 0;
            for (const auto &count : found->facts)
                facts += count.count;
            if (found->ok())
                notice().good(tr("Everything adds up: %1 facts read, all sums recomputed, the chain is whole.").arg(QLocale().toString(facts)));
            else
                notice().say(Notice::Tone::Bad, tr("%n difference(s). The first: ", nullptr, int(found->differences.size()))
                                                    + found->differences.front().where + QStringLiteral(": ") + found->differences.front().text);
        });
}

void BookPlace::saveAs()
{
    auto *dialog =
        new QFileDialog(this, tr("Save report"), m_report.title + QStringLiteral(".xlsx"), tr("Spreadsheet (*.xlsx);;PDF (*.pdf);;CSV (*.csv)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const QString ending = QFileInfo(path).suffix().toLower();
        if (ending == QLatin1String("csv"))
            notice().tell(write(path, toCsv(m_report)), tr("Saved: %1").arg(path));
        else if (ending == QLatin1String("pdf"))
            notice().tell(write(path, paper::reportAsPdf(m_report, desk().session().scene().companyName)), tr("Saved: %1").arg(path));
        else
            notice().tell(writeXlsx(m_report, path), tr("Saved: %1").arg(path));
    });
    dialog->open();
}
