#include "gui/start/startguide.h"

#include "core/company/company.h"
#include "gui/shell/icons.h"
#include "gui/shell/theme.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

StartGuide::StartGuide(QWidget *parent) : QDialog(parent), m_notice(new Notice)
{
    setWindowTitle(tr("Welcome to Purser"));
    setWindowIcon(QIcon(QStringLiteral(":/purser.svg")));
    setMinimumWidth(640);
    auto *column = new QVBoxLayout(this);
    auto *head = new QHBoxLayout;
    auto *picture = new QLabel;
    picture->setPixmap(QIcon(QStringLiteral(":/purser.svg")).pixmap(64, 64));
    auto *words = new QLabel(tr("Purser keeps the back office behind your online shops: stock, customers, prices and accounts."));
    words->setWordWrap(true);
    head->addWidget(picture);
    head->addWidget(words, 1);
    column->addLayout(head);
    column->addWidget(m_notice);

    auto *practice = new QPushButton(icon("play"), tr("&Try the practice company"));
    practice->setObjectName(QStringLiteral("practice"));
    practice->setMinimumHeight(38);
    column->addWidget(practice);
    connect(practice, &QPushButton::clicked, this, [this] {
        m_practice = true;
        accept();
    });

    auto *known = new QGroupBox(tr("Open a company"));
    auto *row = new QHBoxLayout(known);
    m_address = new QLineEdit;
    m_address->setPlaceholderText(tr("company.purser or postgresql://user@host/database"));
    m_address->setAccessibleName(tr("Where the company is"));
    m_address->setObjectName(QStringLiteral("address"));
    auto *browse = new QPushButton(tr("&Browse…"));
    auto *open = new QPushButton(tr("&Open"));
    row->addWidget(m_address, 1);
    row->addWidget(browse);
    row->addWidget(open);
    column->addWidget(known);
    connect(browse, &QPushButton::clicked, this, &StartGuide::openFile);
    connect(open, &QPushButton::clicked, this, [this] { choose({m_address->text().trimmed()}); });
    connect(m_address, &QLineEdit::returnPressed, open, &QPushButton::click);

    auto *fresh = new QGroupBox(tr("Make a new company"));
    auto *form = new QFormLayout(fresh);
    m_name = new QLineEdit;
    m_country = new QComboBox;
    for (const char *code : {"DE", "AT", "CH", "FR", "BE", "NL", "ES", "IT", "PL", "IE", "GB", "US"})
        m_country->addItem(QString::fromLatin1(code));
    m_country->setEditable(true);
    m_currency = new QComboBox;
    for (const Currency currency : Currency::all())
        m_currency->addItem(currency.code());
    m_currency->setCurrentText(QStringLiteral("EUR"));
    m_chart = new QComboBox;
    m_chart->addItems(charts());
    const auto proposeChart = [this](const QString &country) {
        m_chart->setCurrentText(charts().contains(country.toLower()) ? country.toLower() : QStringLiteral("generic"));
    };
    connect(m_country, &QComboBox::currentTextChanged, this, proposeChart);
    proposeChart(m_country->currentText());
    m_where = new QLineEdit(QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(QStringLiteral("company.purser")));
    const std::tuple<QString, QWidget *, const char *> fields[] = {{tr("Name"), m_name, "name"},
                                                                   {tr("Country"), m_country, "country"},
                                                                   {tr("Currency"), m_currency, "currency"},
                                                                   {tr("Chart of accounts"), m_chart, "chart"},
                                                                   {tr("File, or postgresql://…"), m_where, "where"}};
    for (const auto &[label, widget, name] : fields) {
        widget->setAccessibleName(label);
        widget->setObjectName(QString::fromLatin1(name));
        form->addRow(label, widget);
    }
    auto *create = new QPushButton(icon("plus"), tr("&Make the company"));
    create->setObjectName(QStringLiteral("make"));
    form->addRow(QString(), create);
    column->addWidget(fresh);
    connect(create, &QPushButton::clicked, this, &StartGuide::make);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
}

void StartGuide::openFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a company"), {}, tr("Companies (*.purser)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { choose({path}); });
    dialog->open();
}

void StartGuide::choose(const sql::Locator &where)
{
    if (where.text.isEmpty() || (where.engine() == sql::Engine::Sqlite && !QFileInfo::exists(where.text))) {
        m_notice->refusal(notFound(QStringLiteral("no_company"), tr("There is no company file “%1”.").arg(where.text)));
        return;
    }
    auto opened = Session::open(where);
    if (!opened && opened.error().code == QLatin1String("older_company")) {
        const auto upgraded = upgradeCompany(where);
        if (!m_notice->tell(upgraded))
            return;
    } else if (!m_notice->tell(opened)) {
        return;
    }
    m_chosen = where;
    accept();
}

void StartGuide::make()
{
    NewCompany company;
    company.name = m_name->text();
    company.country = m_country->currentText();
    company.currency = Currency::of(m_currency->currentText()).value_or(Eur);
    company.chart = m_chart->currentText();
    const sql::Locator where{m_where->text().trimmed()};
    const auto made = createCompany(where, company, Instant::of(QDateTime::currentDateTimeUtc()));
    if (!m_notice->tell(made))
        return;
    m_chosen = where;
    accept();
}
