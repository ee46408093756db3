import { container, declaration, type LanguageRules, THROUGH, valued, WHOLE, WRAPPER } from '../nodeRule.ts';

export const JAVA_RULES: LanguageRules = {
  comments: ['line_comment', 'block_comment'],
  docComment: /^\/\*\*/,
  bodied: ['lambda_expression'],
  nodes: {
    package_declaration: WHOLE,
    import_declaration: WHOLE,
    module_declaration: declaration('module'),
    class_declaration: container('class'),
    record_declaration: container('class'),
    interface_declaration: container('interface'),
    annotation_type_declaration: container('interface'),
    enum_declaration: container('enum'),
    enum_body_declarations: THROUGH,
    enum_constant: declaration('constant', { cutAt: ['body'] }),
    field_declaration: WRAPPER,
    constant_declaration: WRAPPER,
    variable_declarator: valued('field'),
    method_declaration: declaration('method'),
    constructor_declaration: declaration('method'),
    compact_constructor_declaration: declaration('method'),
    annotation_type_element_declaration: declaration('method'),
  },
};
