"""The learner behind the joiner weights."""

from training.logistic import Logistic


def test_weights_follow_the_labels_and_useless_features_vanish() -> None:
    model = Logistic(sparsity=0.5)
    model.fit([(["", "for"], True, 1.0), (["", "against"], False, 1.0), (["", "seldom"], True, 0.1)] * 30)
    weights = model.weights()

    assert weights["for"] > 0 > weights["against"]
    assert abs(weights.get("seldom", 0.0)) < weights["for"]


def test_learning_twice_gives_the_same_weights() -> None:
    examples = [(["", f"f{n % 7}"], n % 3 == 0, 1.0) for n in range(100)]
    one, two = Logistic(), Logistic()
    one.fit(examples)
    two.fit(examples)

    assert one.weights() == two.weights()
