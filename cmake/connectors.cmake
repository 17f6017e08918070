# Every folder below src/channels with a connector.cpp is a storefront: kinds() lists them.
file(GLOB connectors CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/src/channels ${CMAKE_SOURCE_DIR}/src/channels/*/connector.cpp)
foreach(connector IN LISTS connectors)
    get_filename_component(name ${connector} DIRECTORY)
    string(APPEND declarations "namespace channels::${name} {\nKind kind();\n}\n")
    string(APPEND entries "        ${name}::kind(),\n")
endforeach()
configure_file(${CMAKE_SOURCE_DIR}/cmake/kinds.cpp.in ${CMAKE_BINARY_DIR}/kinds.cpp @ONLY)
target_sources(channels PRIVATE ${CMAKE_BINARY_DIR}/kinds.cpp)
