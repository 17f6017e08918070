# cmake --install build/release --prefix DIR: the two programs, and the unit with the path of the program that lies beside it.
include(GNUInstallDirs)
install(TARGETS purser purserctl RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(CODE "set(unit_source \"${CMAKE_SOURCE_DIR}/resources/systemd/purser.service.in\")
    set(unit \"${CMAKE_BINARY_DIR}/purser.service\")
    get_filename_component(prefix \"\${CMAKE_INSTALL_PREFIX}\" ABSOLUTE)
    set(PURSERCTL \"\${prefix}/${CMAKE_INSTALL_BINDIR}/purserctl\")
    configure_file(\"\${unit_source}\" \"\${unit}\" @ONLY)
    file(INSTALL \"\${unit}\" DESTINATION \"\${prefix}/lib/systemd/system\")")
