#pragma once

#include "core/parties/party.h"
#include "gui/shell/place.h"

#include <QMainWindow>

class QLabel;
class QListWidget;
class QTabWidget;
struct Product;
struct SalesOrder;

/// The frame: places at the left, tabs in the middle, a light per channel below. It knows where things open, nothing of what is in them.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(std::unique_ptr<Desk> desk);
    ~MainWindow() override;

    Desk &desk() { return *m_desk; }
    void openPlace(int index);
    void openOrder(const QString &number);
    void openProduct(const QString &sku);
    void openCustomer(const QString &code);
    void openExceptions(const QString &channel); ///< that wait for a decision; empty: of all channels
    /// Opens again what was typed and not stored when the window closed, or the machine did.
    void openUnfinished();
    Place *current() const;
    QTabWidget *tabs() { return m_tabs; }

signals:
    void wantsOtherCompany();
    void runsChannels(bool on); ///< whether this workstation lets the channels work by themselves

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    struct Spot {
        QString group; ///< empty: as the one before
        QString title;
        const char *iconName;
        std::function<Place *()> make;
        int row = 0; ///< in the list at the left
        Place *place = nullptr;
    };
    void makeSpots();
    void makeMenus();
    void makeViewMenu();
    void makeStatus();
    void watchOthers();
    void showLights();
    void paintLook();
    void find();
    void go(int step);
    void remember();
    /// Puts a place or editor into a tab and looks after its wishes.
    void open(Place *place);
    void openEditor(const QString &key, const std::function<Place *()> &make);
    void editOrder(Id<SalesOrder> order, Id<Party> customer = {});
    void editProduct(Id<Product> product);
    void editParty(PartyKind kind, Id<Party> party);
    template <class T> bool told(const Result<T> &found);
    void showTitle(Place *place);
    void closeTab(int index);
    void askBeforeClosing(Place *place);
    void removeTab(Place *place);

    std::unique_ptr<Desk> m_desk;
    std::vector<Spot> m_spots;
    QListWidget *m_list;
    QTabWidget *m_tabs;
    QWidget *m_lights;
    std::vector<QPointer<Place>> m_trail; ///< for back and forward
    int m_here = -1;
    bool m_travelling = false;
    qint64 m_lastChange = 0;
};
