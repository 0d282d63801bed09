package dev.attune.training.simulation.document;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameterDefinition;
import com.ezylang.evalex.parser.Token;
import java.util.List;

/** To EvalEx, which only parses, every name before a parenthesis is a function of anything; which ones there are, Functions says. */
final class AnyFunction implements FunctionDictionaryIfc, FunctionIfc {
    private static final List<FunctionParameterDefinition> ANYTHING = List.of(
            FunctionParameterDefinition.builder().name("value").isVarArg(true).build());

    @Override
    public void addFunction(String name, FunctionIfc function) {
        throw new UnsupportedOperationException("All functions are known");
    }

    @Override
    public FunctionIfc getFunction(String name) {
        return this;
    }

    @Override
    public List<FunctionParameterDefinition> getFunctionParameterDefinitions() {
        return ANYTHING;
    }

    @Override
    public boolean hasVarArgs() {
        return true;
    }

    @Override
    public void validatePreEvaluation(Token token, EvaluationValue... arguments) {
        throw new UnsupportedOperationException("EvalEx only parses");
    }

    @Override
    public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... arguments) {
        throw new UnsupportedOperationException("EvalEx only parses");
    }
}
